import type { LocalServer } from "../../draft/models/find-local-servers.ts";
import { visibleLine } from "../../terms/visible.ts";

const NAMES_MOST = 5;

/** A server of this machine that answers, and what to type to use it: two lines. */
export function wordLocalServer({ preset, host, models }: LocalServer): readonly string[] {
  const more = models.length > NAMES_MOST ? ` and ${models.length - NAMES_MOST} more` : "";
  const names = models.slice(0, NAMES_MOST).map(visibleLine).join(", ");
  const first = /^[\w@%+=:,./-]+$/.test(models[0]!) ? models[0]! : "NAME";
  return [
    `${preset} answers at ${host} on this machine, with ${names}${more}`,
    `  to use it: writ config model ${preset} && writ config model ${first}`,
  ];
}
