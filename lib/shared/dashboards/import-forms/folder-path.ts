/** The folders that a file's path in an archive names. Steps up, roots and Windows' strokes make no folders of their own. */
export function folderPathOf(filePath: string): string {
  const parts = filePath.split(/[/\\]/).slice(0, -1);
  return parts.filter((part) => ![".", "..", ""].includes(part.trim())).join("/");
}
