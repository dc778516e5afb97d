"use client";

import { useMemo } from "react";
import { fitFontSize } from "@/components/panels/fit-font-size";
import type { PanelProps } from "@/components/panels/panel-props";
import { type TileGrid, tileGap, tileGrid } from "@/components/panels/tile-grid";
import { ValueLink } from "@/components/panels/value-link";
import { prepareStat, type StatModel, type StatTile, statLabel } from "@/lib/shared/panels/stat/prepare";
import { Sparkline } from "./sparkline";
import classes from "./stat.module.css";

const padding = 8;
/** Lower tiles hold their text only. */
const leastHeightForLine = 44;

export function StatPanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareStat(panel, data, context), [panel, data, context]);
  const named = model.tiles.some((tile) => tile.title !== "");
  const grid = tileGrid(model.tiles.length, { width, height }, model.orientation, {
    leastWidth: named ? 150 : 90,
  });
  const sizes = fontSizes(model, grid);
  const columns = {
    gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
    gridAutoRows: grid.height,
    gap: tileGap,
  };
  return (
    <div className={classes.grid} style={columns}>
      {model.tiles.map((tile) => (
        <Tile
          key={tile.key}
          tile={tile}
          grid={grid}
          sizes={sizes}
          centered={model.centered}
          range={data.range}
        />
      ))}
    </div>
  );
}

interface Sizes {
  title: number;
  value: number;
  /** Name and value share a line in tiles that are low and wide. */
  wide: boolean;
}

/** One size for all tiles, so that they compare: that of the longest text. */
function fontSizes(model: StatModel, grid: TileGrid): Sizes {
  const texts = model.tiles.map((tile) => tile.prefix + tile.text + tile.suffix);
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), "");
  const title = model.tiles.reduce((a, tile) => (tile.title.length > a.length ? tile.title : a), "");
  const inner = { width: grid.width - 2 * padding, height: grid.height - 2 * padding };
  const hasLine = model.tiles.some((tile) => tile.line !== null) && grid.height >= 80;
  const wide = title !== "" && longest !== "" && grid.width / grid.height > 2.6;
  if (longest === "")
    return { title: model.titleSize ?? fitFontSize(title, inner, 48, { least: 12 }), value: 0, wide };
  const box = wide
    ? { width: inner.width * 0.5, height: inner.height * (hasLine ? 0.7 : 1) }
    : { width: inner.width, height: inner.height * (title ? 0.55 : 0.9) * (hasLine ? 0.8 : 1) };
  const value = model.valueSize ?? fitFontSize(longest, box, 72, { least: 14 });
  const most = Math.min(24, Math.max(12, value * 0.55));
  const titleBox = { width: wide ? inner.width * 0.5 : inner.width, height: inner.height * 0.4 };
  return { title: model.titleSize ?? fitFontSize(title, titleBox, most, { least: 12 }), value, wide };
}

interface TileProps {
  tile: StatTile;
  grid: TileGrid;
  sizes: Sizes;
  centered: boolean;
  range: { fromMs: number; toMs: number };
}

function Tile({ tile, grid, sizes, centered, range }: TileProps) {
  const background = tile.background ?? undefined;
  const color = sizes.value < 24 ? tile.smallTextColor : tile.textColor;
  const label = statLabel(tile);
  return (
    <div
      className={classes.tile}
      data-centered={centered || undefined}
      data-wide={sizes.wide || undefined}
      data-low={grid.height < leastHeightForLine || undefined}
      data-lined={(tile.line && grid.height >= 80) || undefined}
      style={{ color, background }}
      title={label}
    >
      {tile.line && grid.height >= leastHeightForLine ? (
        <Sparkline
          line={tile.line}
          color={tile.lineColor}
          width={grid.width}
          height={grid.height}
          range={range}
        />
      ) : null}
      {tile.title ? (
        <div
          className={classes.title}
          data-plain={background ? undefined : true}
          style={{ fontSize: sizes.title }}
        >
          {tile.title}
        </div>
      ) : null}
      {tile.text ? (
        <ValueLink links={tile.links} className={classes.link}>
          <span className={classes.value} style={{ fontSize: sizes.value }}>
            {tile.prefix ? <span className={classes.unit}>{tile.prefix}</span> : null}
            {tile.text}
            {tile.suffix ? <span className={classes.unit}>{tile.suffix}</span> : null}
          </span>
        </ValueLink>
      ) : null}
      {tile.change ? (
        <div className={classes.change} style={{ color: background ? undefined : tile.change.color }}>
          {tile.change.text}
        </div>
      ) : null}
    </div>
  );
}
