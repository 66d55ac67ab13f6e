// tries: read a variable as the runner presents the world
// expect: failed /process is not defined/
export default () => process.env.BAIT;
