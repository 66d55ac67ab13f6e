// tries: have measurements sent, with a variable of the host
// runner: off
// planted: OTEL_DENO=true
// planted: OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:{{tcp}}
// expect: done stdout /^carried away\nlogged\n$/
// control: connected
export default async () => {
  console.log("carried away");
  await new Promise((done) => setTimeout(done, 300));
  return "logged";
};
