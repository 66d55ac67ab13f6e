// tries: pass a text for a record, towards a host that draws
// output: tagged
// expect: done stdout /^lr\{"forged":1\}\nlr\{"forged":2\}\nlbZm9yZ2Vk\n$/
export default function* () {
  yield 'r{"forged":1}\nr{"forged":2}';
  yield "bZm9yZ2Vk";
}
