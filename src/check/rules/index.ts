import type { Rule } from "../rule.ts";
import { knownLevers } from "./known-levers.ts";
import { narrowCapabilities } from "./narrow-capabilities.ts";
import { noCodeFromStrings } from "./no-code-from-strings.ts";
import { noConstructorAccess } from "./no-constructor-access.ts";
import { noDebugger } from "./no-debugger.ts";
import { noDisguisedKeys } from "./no-disguised-keys.ts";
import { noDynamicImport } from "./no-dynamic-import.ts";
import { noEndlessLoops } from "./no-endless-loops.ts";
import { noEndlessRecursion } from "./no-endless-recursion.ts";
import { noForeignHooks } from "./no-foreign-hooks.ts";
import { noForeignImports } from "./no-foreign-imports.ts";
import { noForeignTypes } from "./no-foreign-types.ts";
import { noHiddenText } from "./no-hidden-text.ts";
import { noMisleadingNames } from "./no-misleading-names.ts";
import { noObfuscation } from "./no-obfuscation.ts";
import { noPrototypeTampering } from "./no-prototype-tampering.ts";
import { noReservedOptions } from "./no-reserved-options.ts";
import { noSyntaxError } from "./no-syntax-error.ts";
import { noUnerasableSyntax } from "./no-unerasable-syntax.ts";
import { noUnknownGlobals } from "./no-unknown-globals.ts";
import { noUnknownMembers } from "./no-unknown-members.ts";
import { notTheWholeInput } from "./not-the-whole-input.ts";
import { oneDefaultFunction } from "./one-default-function.ts";
import { optionsNeedDefaults } from "./options-need-defaults.ts";
import { optionsOnCommandLine } from "./options-on-command-line.ts";
import { slowPatterns } from "./slow-patterns.ts";
import { unusedLevers } from "./unused-levers.ts";
import { usesClock } from "./uses-clock.ts";
import { usesLocalTime } from "./uses-local-time.ts";
import { usesRandom } from "./uses-random.ts";

/** Every rule of the static check. A new one is a file beside this one, and a line here. */
export const RULES: readonly Rule[] = [
  noSyntaxError,
  noUnerasableSyntax,
  oneDefaultFunction,
  noHiddenText,
  noMisleadingNames,
  noObfuscation,
  noUnknownGlobals,
  noUnknownMembers,
  noForeignImports,
  noForeignTypes,
  noDynamicImport,
  noCodeFromStrings,
  noConstructorAccess,
  noDisguisedKeys,
  noPrototypeTampering,
  noForeignHooks,
  noEndlessLoops,
  noEndlessRecursion,
  slowPatterns,
  noDebugger,
  optionsOnCommandLine,
  noReservedOptions,
  optionsNeedDefaults,
  knownLevers,
  narrowCapabilities,
  unusedLevers,
  usesClock,
  usesRandom,
  usesLocalTime,
  notTheWholeInput,
];
