import { libraryFolders, listNames, locateCommand } from "../../keep/locate-command.ts";
import type { Places } from "../../keep/places.ts";
import type { Located } from "../../keep/revoke-approvals.ts";

/** The commands of these names; without a name every one that `writ run` would find. Throws `no-such-command`. */
export function chosenCommands(places: Places, names: readonly string[]): readonly Located[] {
  if (names.length > 0) return names.map((name) => ({ ...locateCommand(places, name), name }));
  const folders = new Map(libraryFolders(places).map(({ origin, folder }) => [origin, folder]));
  const nearest = new Map(
    listNames(places)
      .toReversed()
      .map((one) => [one.name, one]),
  );
  return [...nearest.values()]
    .map(({ origin, name }) => ({ origin, name, folder: folders.get(origin)! }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
