/** A model server that people use, by name. `needsKey`: it answers nobody without one. */
export interface ModelPreset {
  readonly name: string;
  readonly baseURL: string;
  readonly needsKey: boolean;
}

export const MODEL_PRESETS: readonly ModelPreset[] = [
  { name: "openai", baseURL: "https://api.openai.com/v1", needsKey: true },
  { name: "openrouter", baseURL: "https://openrouter.ai/api/v1", needsKey: true },
  { name: "ollama", baseURL: "http://127.0.0.1:11434/v1", needsKey: false },
  { name: "lmstudio", baseURL: "http://127.0.0.1:1234/v1", needsKey: false },
  { name: "llama.cpp", baseURL: "http://127.0.0.1:8080/v1", needsKey: false },
  { name: "vllm", baseURL: "http://127.0.0.1:8000/v1", needsKey: false },
];

export function findPreset(name: string): ModelPreset | undefined {
  return MODEL_PRESETS.find((preset) => preset.name === name.toLowerCase());
}
