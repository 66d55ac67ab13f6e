// tries: import a module from the network
// expect: failed /--no-remote is specified/
// control: connected
import token from "http://127.0.0.1:{{tcp}}/token.json" with { type: "json" };

export default () => token;
