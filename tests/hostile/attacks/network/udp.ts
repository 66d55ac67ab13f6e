// tries: send a datagram
// runner: off
// expect: failed /Requires net access to|listenDatagram is not a function/
// control: connected
export default async () => {
  const socket = Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 0 });
  await socket.send(new Uint8Array(1), { transport: "udp", hostname: "127.0.0.1", port: Number("{{udp}}") });
  await new Promise((done) => setTimeout(done, 50));
};
