import { readCompiled } from "../../keep/compiled.ts";
import { compiledFolder } from "../../keep/compiled-folder.ts";
import { readCommand } from "../../keep/library.ts";
import { libraryFolders, listNames } from "../../keep/locate-command.ts";
import type { Places } from "../../keep/places.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { LibraryCommand } from "../../terms/draft.ts";
import { WritError } from "../../terms/failure.ts";

/**
 * The commands a directive may be matched to: shipped ones and the user's own, with the option schema that
 * was derived at approval. One whose bytes changed since, or that cannot be read, is passed over; so is a
 * project's: nothing of a cloned repository is offered unasked.
 */
export async function candidates(places: Places): Promise<readonly LibraryCommand[]> {
  const folders = new Map(libraryFolders(places).map(({ origin, folder }) => [origin, folder]));
  return listNames(places).flatMap(({ origin, name }) => {
    if (origin === "project") return [];
    const compiled = readCompiled(compiledFolder(places, origin), name);
    try {
      const { head, directive, code } = readCommand(origin, folders.get(origin)!, name);
      if (!compiled || compiled.sha256 !== sha256(code)) return [];
      const { schema, values, capabilities } = compiled;
      return [{ name, origin, description: head.description, directive, code, schema, values, capabilities }];
    } catch (error) {
      if (error instanceof WritError) return [];
      throw error;
    }
  });
}
