// tries: open a web socket as a stream
// runner: off
// expect: failed /NotCapable: Requires net access to|is not defined/
export default async () => String(await new WebSocketStream("ws://127.0.0.1:{{tcp}}/").opened);
