// tries: write a report of the process
// runner: off
// expect: done
import process from "node:process";

export default () => process.report.writeReport("{{root}}/report.json");
