// tries: read the clock with an event that records when it was made
// expect: failed /is not defined/
export default () => String(new Event("x").timeStamp);
