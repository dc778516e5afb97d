import styles from "./chart.module.css";

export interface TooltipRow {
  color: string | null;
  name: string;
  value: string;
  /** The row nearest to the pointer. */
  strong?: boolean;
  /** Of what lies over the chart, not of its own data. */
  note?: boolean;
  /** Of an annotation that was written down. */
  id?: string;
}

export interface TooltipContent {
  title: string;
  rows: TooltipRow[];
  /** Rows left out for want of room. */
  more: number;
  /** Drawn below the rows. */
  picture?: Element;
}

interface RowNodes {
  root: HTMLElement;
  swatch: HTMLElement;
  name: HTMLElement;
  value: HTMLElement;
}

const ROW_PX = 18;
const FRAME_PX = 64;
const OFFSET_PX = 14;
const EDGE_PX = 8;

/** Keeps as many rows as the window has room for, or all where they can be scrolled. */
export function fittingRows<T>(all: T[], whole = false): { shown: T[]; more: number } {
  if (whole) return { shown: [...all], more: 0 };
  const room = Math.max(1, Math.floor((window.innerHeight - FRAME_PX) / ROW_PX));
  return { shown: all.slice(0, room), more: Math.max(0, all.length - room) };
}

function element(className: string | undefined, parent: HTMLElement): HTMLElement {
  const node = document.createElement("div");
  if (className) node.className = className;
  parent.append(node);
  return node;
}

/** One floating box whose rows are reused: moving the pointer changes texts, never the tree. */
export class TooltipNode {
  private readonly root: HTMLElement;
  private readonly title: HTMLElement;
  private readonly body: HTMLElement;
  private readonly more: HTMLElement;
  private readonly picture: HTMLElement;
  private readonly rows: RowNodes[] = [];

  constructor() {
    this.root = element(styles.tooltip, document.body);
    this.root.setAttribute("role", "tooltip");
    this.title = element(styles.title, this.root);
    this.body = element(undefined, this.root);
    this.more = element(styles.more, this.root);
    this.picture = element(undefined, this.root);
    this.hide();
  }

  show(content: TooltipContent, clientX: number, clientY: number): void {
    this.title.textContent = content.title;
    for (const [index, row] of content.rows.entries()) this.fill(this.rows[index] ?? this.addRow(), row);
    for (let index = content.rows.length; index < this.rows.length; index++) this.rows[index]?.root.remove();
    this.rows.length = Math.min(this.rows.length, content.rows.length);
    this.more.textContent = content.more > 0 ? `and ${content.more} more` : "";
    this.picture.replaceChildren(...(content.picture ? [content.picture] : []));
    this.root.style.visibility = "visible";
    const { left, top } = tooltipPlace(this.root, clientX, clientY);
    this.root.style.transform = `translate(${left}px, ${top}px)`;
  }

  hide(): void {
    this.root.style.visibility = "hidden";
  }

  remove(): void {
    this.root.remove();
  }

  private addRow(): RowNodes {
    const root = element(styles.row, this.body);
    const nodes = {
      root,
      swatch: element(styles.swatch, root),
      name: element(styles.name, root),
      value: element(styles.value, root),
    };
    this.rows.push(nodes);
    return nodes;
  }

  private fill(nodes: RowNodes, row: TooltipRow): void {
    nodes.swatch.style.display = row.color === null ? "none" : "";
    nodes.swatch.style.background = row.color ?? "";
    if (nodes.name.textContent !== row.name) nodes.name.textContent = row.name;
    nodes.value.textContent = row.value;
    nodes.root.toggleAttribute("data-strong", row.strong === true);
  }
}

/** Beside a place of the window, where the box fits into it. */
export function tooltipPlace(box: HTMLElement, clientX: number, clientY: number) {
  const { offsetWidth: width, offsetHeight: height } = box;
  const fitsRight = clientX + OFFSET_PX + width + EDGE_PX <= window.innerWidth;
  const left = fitsRight ? clientX + OFFSET_PX : clientX - OFFSET_PX - width;
  const top = Math.min(clientY + OFFSET_PX, window.innerHeight - height - EDGE_PX);
  return { left: Math.round(Math.max(EDGE_PX, left)), top: Math.round(Math.max(EDGE_PX, top)) };
}

let shared: TooltipNode | null = null;

/** The box of the chart under the pointer: there is only one such chart. */
export function sharedTooltip(): TooltipNode {
  shared ??= new TooltipNode();
  return shared;
}
