// tries: have imports go through a proxy of the host
// planted: HTTP_PROXY=http://127.0.0.1:{{tcp}}
// planted: HTTPS_PROXY=http://127.0.0.1:{{tcp}}
// expect: failed /--no-remote is specified/
// control: connected
import "http://example.invalid/x.mjs";

export default () => "loaded";
