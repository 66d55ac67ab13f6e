// tries: fetch as the runner presents the world
// expect: failed /fetch is not defined/
export default () => fetch("http://127.0.0.1:{{tcp}}/");
