import { EditorView } from "@codemirror/view";

/** Puts text where the cursor of a query field stands; false where `place` holds no such field. */
export function insertPromql(place: ParentNode | null, text: string): boolean {
  const field = place?.querySelector<HTMLElement>("[data-promql-field] .cm-editor");
  const view = field ? EditorView.findFromDOM(field) : null;
  if (!view) return false;
  view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
  return true;
}
