import type { Level } from "../terms/level.ts";
import type { Applier, Reached } from "./reached.ts";

/** What this machine has to seal runs with, before any of it was tried. Programs by absolute path; null: none. */
export interface Machinery {
  /** As `linux-x64`. */
  readonly platform: string;
  readonly bubblewrap: string | null;
  readonly perl: string | null;
  /** The newest interface of Landlock to ask for; 0: it is known to be absent. */
  readonly landlockNewest: number;
  /** The oldest that this kernel could give: nothing below it is asked for, or believed from a record. */
  readonly landlockOldest: number;
  /** Whether the user accepts the untested profile on macOS. */
  readonly macosProfile: boolean;
}

/** A level that has to be reached. */
export type Wall = Exclude<Level, "engine-only">;

/** What to try for a level, the best first. Empty: this machine has nothing for it. */
export function candidates(wall: Wall, machinery: Machinery): readonly Reached[] {
  const { bubblewrap, platform, macosProfile } = machinery;
  switch (wall) {
    case "strong":
      return strong(machinery);
    case "full":
      return bubblewrap === null
        ? []
        : strong(machinery).map((one) => ({ ...one, level: "full", bubblewrap }));
    case "namespace":
      if (platform.startsWith("darwin-") && macosProfile)
        return [{ level: "namespace", means: "sandbox-exec" }];
      return bubblewrap === null || !hasMachine(platform)
        ? []
        : [{ level: "namespace", means: "bubblewrap", bubblewrap, machine: machineIn(platform) }];
  }
}

type Strong = Applier & { readonly level: "strong"; readonly landlockAbi: number };

// A newer interface of Landlock stops more: a fallback for the stage comes before an older one.
function strong({ platform, perl, landlockNewest, landlockOldest }: Machinery): readonly Strong[] {
  if (!hasMachine(platform)) return [];
  const machine = machineIn(platform);
  const appliers: readonly Applier[] = [
    ...(machine === "x64" ? [{ means: "stage" } as const] : []),
    ...(perl === null ? [] : [{ means: "perl", perl, machine } as const]),
  ];
  const asked = Math.max(0, landlockNewest - landlockOldest + 1);
  const versions = Array.from({ length: asked }, (_, i) => landlockNewest - i);
  return versions.flatMap((landlockAbi) =>
    appliers.map((applier): Strong => ({ ...applier, level: "strong", landlockAbi })),
  );
}

function hasMachine(platform: string): boolean {
  return platform === "linux-x64" || platform === "linux-arm64";
}

function machineIn(platform: string): "x64" | "arm64" {
  return platform.endsWith("-arm64") ? "arm64" : "x64";
}

/** Why a level is not reached where every candidate, if any, was refused: a clause that says what it would take. */
export function wordMissing(wall: Wall, { platform, ...has }: Machinery): string {
  if (platform.startsWith("darwin-")) {
    return wall === "namespace"
      ? 'on macOS there is an untested profile only: to have it tried, set [sandbox] macos = "untested-profile" in your config.toml'
      : "it takes Linux, and this is macOS";
  }
  if (!hasMachine(platform)) return `it takes Linux on x64 or arm64, and this is ${platform}`;
  if (wall === "strong") return missingForStrong(platform, has);
  if (has.bubblewrap === null) return "install bubblewrap and allow user namespaces";
  const namespaces =
    "bubblewrap cannot put up namespaces here: allow user namespaces (user.max_user_namespaces)";
  return wall === "full" ? `${namespaces}, or strong is not reached either` : namespaces;
}

function missingForStrong(platform: string, has: Omit<Machinery, "platform">): string {
  if (has.landlockNewest === 0) return "this kernel has no Landlock (Linux 5.13 or newer, switched on)";
  if (has.perl !== null) return "the kernel refuses Landlock (Linux 5.13 or newer, switched on) or seccomp";
  return platform === "linux-x64"
    ? "the kernel refuses Landlock (Linux 5.13 or newer, switched on) or seccomp, or no folder here may hold a program and there is no perl to do without"
    : `on ${platform} perl puts the kernel's layers on, and there is none`;
}
