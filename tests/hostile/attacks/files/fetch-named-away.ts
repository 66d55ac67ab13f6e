// tries: fetch a file as the runner presents the world
// expect: failed /fetch is not defined/
export default async () => (await fetch("file://{{secret}}/secret.txt")).text();
