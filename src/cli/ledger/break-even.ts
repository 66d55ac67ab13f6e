import type { RunTotals, Spending } from "../../keep/ledger/read-stats.ts";
import type { Usage } from "../../terms/draft.ts";
import { costOf, type Price } from "../../terms/price.ts";
import { sumUsage } from "../../terms/sum-usage.ts";

/** As many bytes of an input are taken for a token: an estimate that English, code and numbers come near to. */
export const BYTES_PER_TOKEN = 4;

/** What a command took and what it saves. */
export interface CommandStats {
  readonly name: string;
  readonly drafting: Drafting;
  readonly runs: RunTotals | null;
  /** What asking a model on every run would have taken: only the inputs, of the runs that were counted. Null: none was. */
  readonly asking: Asking | null;
  /** After so many runs, as they were on average, asking would have taken more. Null: nobody knows. */
  readonly breakEvenRuns: number | null;
}

interface Drafting {
  readonly requests: number;
  /** Null where no model was asked. `costUsd` is absent where the price is not known. */
  readonly usage: Usage | null;
  readonly models: readonly string[];
}

interface Asking {
  readonly model: string | null;
  readonly price: Price | null;
  readonly bytes: number;
  readonly tokens: number;
  readonly usd: number | null;
}

/** `price` gives what a model's tokens cost now; `asked` is the model that would be asked where none drafted. */
export function commandStats(
  name: string,
  known: {
    readonly spendings: readonly Spending[];
    readonly runs: RunTotals | null;
    readonly price: (model: string) => Price | null;
    readonly asked: string | null;
  },
): CommandStats {
  const { spendings, runs, price, asked } = known;
  const drafting = draftingOf(spendings, price);
  const asking =
    runs === null || runs.counted === 0 ? null : askingOf(runs, drafting.models.at(-1) ?? asked, price);
  return {
    name,
    drafting,
    runs,
    asking,
    breakEvenRuns: asking && breakEven(drafting, asking, runs!.counted),
  };
}

function draftingOf(spendings: readonly Spending[], price: (model: string) => Price | null): Drafting {
  const requests = spendings.flatMap((one) => one.requests);
  const usages = requests.map(({ model, usage }) => {
    const set = price(model);
    return usage.costUsd !== undefined || set === null ? usage : { ...usage, costUsd: costOf(usage, set) };
  });
  return {
    requests: requests.length,
    usage: usages.length === 0 ? null : sumUsage(usages),
    models: [...new Set(requests.map(({ model }) => model))],
  };
}

function askingOf(runs: RunTotals, model: string | null, priceOf: (model: string) => Price | null): Asking {
  const tokens = Math.ceil(runs.bytesIn / BYTES_PER_TOKEN);
  const price = model === null ? null : priceOf(model);
  const usd = price === null ? null : costOf({ inputTokens: tokens, outputTokens: 0 }, price);
  return { model, price, bytes: runs.bytesIn, tokens, usd };
}

/** In money where both are known, else in tokens. */
function breakEven({ usage }: Drafting, { tokens, usd }: Asking, counted: number): number | null {
  if (usage === null) return 0;
  const spent =
    usd !== null && usage.costUsd !== undefined
      ? { drafting: usage.costUsd, asking: usd }
      : { drafting: usage.inputTokens + usage.outputTokens, asking: tokens };
  if (spent.drafting === 0) return 0;
  return spent.asking === 0 ? null : Math.ceil(spent.drafting / (spent.asking / counted));
}
