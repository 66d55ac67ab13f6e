// tries: find something of the engine behind the console
// expect: done stdout /^log,info,debug,warn,error,dir,table,assert\n$/
export default () => Object.getOwnPropertyNames(console).join();
