// tries: import a module from an address that is computed, and carries data away
// expect: failed /--no-remote is specified|Requires import access/
// control: connected
export default async () => Object.keys(await import(`http://127.0.0.1:${"{{tcp}}"}/?data=1`));
