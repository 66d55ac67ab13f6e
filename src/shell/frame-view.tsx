import { Box, Text } from "ink";
import type { ReactNode } from "react";
import type { Frame } from "./frame.ts";
import { paint } from "./paint.ts";

/** Draws a frame and decides nothing: one row of the screen for each row of it. */
export function FrameView({ frame, colorDepth }: { frame: Frame; colorDepth: number }): ReactNode {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {frame.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Text key={index} wrap="truncate">
          {paint(row, colorDepth) || " "}
        </Text>
      ))}
    </Box>
  );
}
