// tries: send the host's tokens
// planted: DENO_AUTH_TOKENS=token@127.0.0.1:{{tcp}}
// expect: failed /--no-remote is specified/
// control: connected
import "http://127.0.0.1:{{tcp}}/with-token.mjs";

export default () => "loaded";
