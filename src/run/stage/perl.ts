import { GRANTED_PREFIX } from "../../terms/granted-variable.ts";
import type { LaidStage } from "./build-stage.ts";
import { DATA_BASE } from "./elf.ts";
import { type Machine, numberOn } from "./syscalls.ts";

const MAP_READ_WRITE = 3;
// MAP_PRIVATE and MAP_FIXED_NOREPLACE (mmap(2)): at this address or not at all.
const MAP_PRIVATE_THERE = 0x100002;
const ROW_BYTES = 64;
const WORD_BYTES = 8;

/**
 * The stage's machine code, said in perl: for where the stage's file can be read but not started. It maps the same
 * file at the same address, so that every address in it holds, also the one that the filter lets pass; walks the
 * same table with perl's own `syscall`; and becomes the engine. It ends with 125 where a call fails, 126 where the
 * engine cannot be started. Arguments: the stage's file, then the engine's own.
 *
 * perl copies a string that it passes to a call, so all that is passed are numbers, addresses among them.
 */
export function perlStage(machine: Machine, laid: LaidStage, passes: readonly string[]): string {
  const { bytes, table, path, environment, variables } = laid;
  const call = (name: "mmap" | "execve") => numberOn(machine, name);
  return `
my $file = shift @ARGV;
open(my $stage, "<", $file) or exit 125;
exit 125 if -s $stage != ${bytes.length};
my $base = syscall(${call("mmap")}, ${DATA_BASE}, ${bytes.length}, ${MAP_READ_WRITE}, ${MAP_PRIVATE_THERE}, fileno($stage) + 0, 0);
exit 125 if $base != ${DATA_BASE};
for (my $at = ${table};; $at += ${ROW_BYTES}) {
  my ($call, @row) = unpack("q8", unpack("P${ROW_BYTES}", pack("J", $at)));
  last if $call < 0;
  exit 125 if $call == 0;
  my $most = pop @row;
  my $result = syscall($call, @row);
  exit 125 if $most != -1 && ($result < 0 || $result > $most);
}
my $argv = pack("p*", @ARGV) . pack("J", 0);
my @passed = map { "$_=$ENV{$_}" } grep { /^${GRANTED_PREFIX}/ } sort keys %ENV;
exit 125 if @passed > ${passes.length};
my $environment = unpack("P${variables * WORD_BYTES}", pack("J", ${environment})) . pack("p*", @passed) . pack("J", 0);
syscall(${call("execve")}, ${path}, unpack("J", pack("P", $argv)), unpack("J", pack("P", $environment)));
exit 126;
`.trim();
}
