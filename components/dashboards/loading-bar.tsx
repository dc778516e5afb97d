"use client";

import { useEffect, useState } from "react";
import classes from "./loading-bar.module.css";

const patienceMs = 500;

/** Is there once waiting is noticed: most answers come sooner, and every moving bar is a layer that the browser draws apart. */
export function LoadingBar() {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <div className={classes.bar} role="progressbar" aria-label="Loading" /> : null;
}
