import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";
import classes from "./entrance.module.css";

/** The frame of the pages that stand before the console. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <BrandMark size={28} />
          <h1 style={{ margin: 0, font: "inherit" }}>{title}</h1>
        </div>
        {children}
      </div>
    </main>
  );
}
