export interface Sort {
  column: string;
  descending: boolean;
}

type SortValue = string | number | null;

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Sorted anew; rows without a value come last, whichever way the rest goes. */
export function sortRows<T>(rows: readonly T[], valueIn: (row: T) => SortValue, descending: boolean): T[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [valueIn(a), valueIn(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : collator.compare(String(left), String(right));
    return descending ? -order : order;
  });
}

/** In an address: `name`, or `-name` for the other way round. */
export function readSort(text: string): Sort {
  return text.startsWith("-")
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

export function writeSort({ column, descending }: Sort): string {
  return `${descending ? "-" : ""}${column}`;
}

/** What a click on a column's head asks for: another column upwards, the same one the other way. */
export function nextSort(sort: Sort, column: string): Sort {
  return { column, descending: sort.column === column && !sort.descending };
}
