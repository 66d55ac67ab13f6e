// tries: read a file as a file of variables and have the words of the error
// runner: off
// expect: failed /Requires read access to|Requires env access/
import process from "node:process";

export default () => {
  process.loadEnvFile("{{work}}/.env");
  return process.env.BAIT_FROM_FILE;
};
