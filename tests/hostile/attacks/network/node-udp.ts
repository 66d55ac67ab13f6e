// tries: send a datagram with Node's module
// runner: off
// expect: failed /Requires net access to|NotCapable/
// control: connected
import { createSocket } from "node:dgram";

export default () =>
  new Promise((done, fail) => {
    const socket = createSocket("udp4").on("error", fail);
    socket.send("x", Number("{{udp}}"), "127.0.0.1", (error) => (error ? fail(error) : setTimeout(done, 50)));
  });
