// tries: read the clock with an object that records when it was made
// expect: failed /is not defined/
export default () => String(new File([], "x").lastModified);
