// secretlint knows the token formats of many services. Its own ranges are not always the secret (the AWS
// rule reports a range as long as the key, from where the match starts), so the values it names are used.

/** Rules left out: data must not be able to switch the others off, and passwords in URLs have a row of ours. */
const LEFT_OUT = /filter-comments|basicauth|database-connection-string/;
const VALUE_CHARS_LEAST = 6;

/** Values in `text` that match the token format of a known service. Loaded on first use. */
export async function findKnownSecrets(text: string): Promise<readonly string[]> {
  const [{ lintSource }, { rules }] = await Promise.all([
    import("@secretlint/core"),
    import("@secretlint/secretlint-rule-preset-recommend"),
  ]);
  const used = rules.filter((rule) => !LEFT_OUT.test(rule.meta.id));
  const { messages } = await lintSource({
    source: { content: text, filePath: "sample.txt", ext: ".txt", contentType: "text" },
    options: {
      noPhysicFilePath: true,
      config: { rules: used.map((rule) => ({ id: rule.meta.id, rule, options: {} })) },
    },
  });
  const values = messages.flatMap((message) => {
    const named = Object.values(message.data ?? {}).filter((value) => typeof value === "string");
    const inText = named.filter((value) => value.length >= VALUE_CHARS_LEAST && text.includes(value));
    return inText.length > 0 ? inText : [text.slice(...message.range)];
  });
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}
