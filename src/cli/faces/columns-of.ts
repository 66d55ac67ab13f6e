/** The width of a terminal in cells: 80 where it says nothing, or 0, as a new one does before somebody gives it a size. */
export function columnsOf(stream: { readonly columns?: number }): number {
  return stream.columns || 80;
}
