interface Shape {
  nodes: readonly { id: string }[];
  edges: readonly { source: string; target: string }[];
}

/** The column and row of each node: a column to the right of what leads there first, near to it; long columns are cut. */
export function columnPlaces({ nodes, edges }: Shape): Map<string, { column: number; row: number }> {
  const depths = depthsOf({ nodes, edges });
  const layers = Map.groupBy(nodes, ({ id }) => depths.get(id) ?? 0);
  const mostRows = Math.max(4, Math.ceil(Math.sqrt(nodes.length)));
  const places = new Map<string, { column: number; row: number }>();
  let column = 0;
  for (const [, layer] of [...layers].toSorted(([a], [b]) => a - b)) {
    const wanted = layer.map(({ id }) => ({ id, row: rowOfLeaders(id, edges, places) }));
    wanted
      .toSorted((a, b) => a.row - b.row)
      .forEach(({ id }, i) => {
        places.set(id, { column: column + Math.floor(i / mostRows), row: i % mostRows });
      });
    column += Math.ceil(layer.length / mostRows);
  }
  return places;
}

/** How many edges lead there from where none arrives; what only stands in circles begins with its first node. */
function depthsOf({ nodes, edges }: Shape): Map<string, number> {
  const reached = new Set(edges.flatMap(({ source, target }) => (source === target ? [] : [target])));
  const next = Map.groupBy(edges, ({ source }) => source);
  const depths = new Map<string, number>();
  const spread = (from: string[]) => {
    for (const id of from) depths.set(id, 0);
    for (const id of from)
      for (const { target } of next.get(id) ?? [])
        if (!depths.has(target)) {
          depths.set(target, (depths.get(id) ?? 0) + 1);
          from.push(target);
        }
  };
  spread(nodes.flatMap(({ id }) => (reached.has(id) ? [] : [id])));
  for (const { id } of nodes) if (!depths.has(id)) spread([id]);
  return depths;
}

function rowOfLeaders(
  id: string,
  edges: Shape["edges"],
  places: ReadonlyMap<string, { row: number }>,
): number {
  const rows = edges.flatMap(({ source, target }) => (target === id ? (places.get(source)?.row ?? []) : []));
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
}
