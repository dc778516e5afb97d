"use client";

import { useMemo } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { tileGrid, tileWidth } from "@/components/panels/tile-grid";
import { ValueLink } from "@/components/panels/value-link";
import { prepareStat, type StatModel, type StatTile, statLabel } from "@/lib/shared/panels/stat/prepare";
import { Sparkline } from "./sparkline";
import classes from "./stat.module.css";
import { type StatLayout, statLayout, suffixShare } from "./stat-layout";

const gap = 3;
/** A line of text. */
const leastHeight = 18;
const changeSize = 12;

export function StatPanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareStat(panel, data, context), [panel, data, context]);
  const named = model.tiles.some((tile) => tile.title !== "");
  const leastWidth = named ? 64 : 40;
  const least = { leastWidth, leastHeight, gap };
  const grid = tileGrid(model.tiles.length, { width, height }, model.orientation, least);
  const layouts = new Map(
    [grid.width, grid.lastWidth].map((one) => [one, layoutOf(model, one, grid.height)]),
  );
  return (
    <div className={classes.grid} style={{ gap }}>
      {model.tiles.map((tile, index) => (
        <Tile
          key={tile.key}
          tile={tile}
          width={tileWidth(grid, index)}
          height={grid.height}
          layout={layouts.get(tileWidth(grid, index)) ?? layoutOf(model, grid.width, grid.height)}
          centered={model.centered}
          range={data.range}
        />
      ))}
    </div>
  );
}

/** One layout for all tiles, so that they compare: that of the longest texts. */
function layoutOf(model: StatModel, width: number, height: number): StatLayout {
  const longest = (text: (tile: StatTile) => string) =>
    model.tiles.map(text).reduce((a, b) => (b.length > a.length ? b : a), "");
  return statLayout(
    { width, height },
    {
      title: longest((tile) => tile.title),
      value: longest((tile) => tile.prefix + tile.text + tile.suffix),
      hasLine: model.tiles.some((tile) => tile.line !== null),
      mayBeWide: model.wide,
      hasChange: model.tiles.some((tile) => tile.change !== null),
      titleSize: model.titleSize,
      valueSize: model.valueSize,
    },
  );
}

/** In px, of what the tile writes in its one colour. */
function smallestText(tile: StatTile, { titleSize, valueSize }: StatLayout): number {
  if (!tile.background) return valueSize;
  const sizes = [valueSize * (tile.suffix ? suffixShare(valueSize) : 1)];
  if (tile.title) sizes.push(titleSize);
  if (tile.change) sizes.push(changeSize);
  return Math.min(...sizes);
}

interface TileProps {
  tile: StatTile;
  width: number;
  height: number;
  layout: StatLayout;
  centered: boolean;
  range: { fromMs: number; toMs: number };
}

function Tile({ tile, width, height, layout, centered, range }: TileProps) {
  const { titleSize, valueSize, wide, lineHeight, padding, breaks } = layout;
  const background = tile.background ?? undefined;
  const color = smallestText(tile, layout) < 24 ? tile.smallTextColor : tile.textColor;
  return (
    <div
      className={classes.tile}
      data-centered={centered || tile.title === "" || undefined}
      data-wide={wide || undefined}
      data-lined={lineHeight > 0 || undefined}
      style={{ width, height, color, background, padding }}
      title={statLabel(tile)}
    >
      {tile.line && lineHeight > 0 ? (
        <Sparkline
          line={tile.line}
          color={tile.lineColor}
          fill={tile.lineFill}
          width={width}
          height={lineHeight}
          range={range}
        />
      ) : null}
      {tile.title ? (
        <div
          className={classes.title}
          data-plain={background || tile.text === "" ? undefined : true}
          style={{ fontSize: titleSize }}
        >
          {tile.title}
        </div>
      ) : null}
      {tile.text ? (
        <ValueLink links={tile.links} className={classes.link}>
          <span className={classes.value} data-breaks={breaks || undefined} style={{ fontSize: valueSize }}>
            {tile.prefix}
            {tile.text}
            {tile.suffix ? (
              <span style={{ fontSize: `${suffixShare(valueSize)}em` }}>{tile.suffix}</span>
            ) : null}
          </span>
        </ValueLink>
      ) : null}
      {tile.change ? (
        <div
          className={classes.change}
          style={{ fontSize: changeSize, color: background ? undefined : tile.change.color }}
        >
          {tile.change.text}
        </div>
      ) : null}
    </div>
  );
}
