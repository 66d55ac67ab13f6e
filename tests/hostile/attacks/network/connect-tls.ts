// tries: connect with encryption
// runner: off
// expect: failed /NotCapable: Requires net access to/
// control: connected
export default async () =>
  String(
    await (await Deno.connectTls({ hostname: "127.0.0.1", port: Number("{{tcp}}") }))
      .handshake()
      .catch(String),
  );
