import { defineConfig } from "vitest/config";

// Installs of the packed product: slow, and they talk to the registry where npm's cache has not everything.
export default defineConfig({
  test: {
    include: ["tests/install/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
