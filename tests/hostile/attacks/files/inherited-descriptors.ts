// tries: read every descriptor above stderr
// runner: off
// expect: done stdout /^\n$/
import { readSync } from "node:fs";

export default () => {
  const got = [];
  for (let number = 3; number < 64; number++) {
    const buffer = new Uint8Array(64);
    try {
      got.push(`${number}: ${readSync(number, buffer)}`);
    } catch (error) {
      if (!/EBADF|EAGAIN|Bad resource/.test(String(error))) got.push(`${number}: ${error}`);
    }
  }
  return got.join();
};
