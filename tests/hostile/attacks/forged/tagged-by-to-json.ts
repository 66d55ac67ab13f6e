// tries: break the line of a record with a value that renders itself
// output: tagged
// expect: done stdout /^r\{"a":"x\\nr\{\}"\}\n$/
class Rendered {
  toJSON() {
    return "x\nr{}";
  }
}

export default () => ({ a: new Rendered() });
