interface ColorScheme {
  /** Themes in which the list runs backwards, so that little stays near the background. */
  reversedIn: "always" | "dark" | "light";
  stops: string;
}

/** Grafana's heat map schemes by name: stops of a uniform spline, ColorBrewer's and matplotlib's colours. */
const schemes: Record<string, ColorScheme> = {
  BrBG: {
    reversedIn: "always",
    stops: "543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30",
  },
  PiYG: {
    reversedIn: "always",
    stops: "8e0152 c51b7d de77ae f1b6da fde0ef f7f7f7 e6f5d0 b8e186 7fbc41 4d9221 276419",
  },
  PRGn: {
    reversedIn: "always",
    stops: "40004b 762a83 9970ab c2a5cf e7d4e8 f7f7f7 d9f0d3 a6dba0 5aae61 1b7837 00441b",
  },
  PuOr: {
    reversedIn: "always",
    stops: "2d004b 542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806 7f3b08",
  },
  RdBu: {
    reversedIn: "always",
    stops: "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061",
  },
  RdGy: {
    reversedIn: "always",
    stops: "67001f b2182b d6604d f4a582 fddbc7 ffffff e0e0e0 bababa 878787 4d4d4d 1a1a1a",
  },
  RdYlBu: {
    reversedIn: "always",
    stops: "a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695",
  },
  RdYlGn: {
    reversedIn: "always",
    stops: "a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837",
  },
  Spectral: {
    reversedIn: "always",
    stops: "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2",
  },
  Blues: { reversedIn: "dark", stops: "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b" },
  Greens: { reversedIn: "dark", stops: "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b" },
  Greys: { reversedIn: "dark", stops: "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000" },
  Oranges: { reversedIn: "dark", stops: "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704" },
  Purples: { reversedIn: "dark", stops: "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d" },
  Reds: { reversedIn: "dark", stops: "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d" },
  Turbo: {
    reversedIn: "light",
    stops:
      "23171b 493eae 4569ee 3295f7 26bce1 29dcbc 3ff393 65fd6e 95fb51 c5ec3c ecd12e ffad24 ff821d f05616 cb2f0d a31302 900c00",
  },
  Cividis: {
    reversedIn: "light",
    stops:
      "002051 012b65 11366c 26426e 3c4d6e 51586e 62646f 727071 7f7c75 8c8877 9a9478 a9a177 bbaf71 cebd68 e2cb5c f3da4f fdea45",
  },
  Viridis: {
    reversedIn: "light",
    stops:
      "440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1fa088 28ae80 3fbc73 5ec962 84d44b addc30 d8e219 fde725",
  },
  Magma: {
    reversedIn: "light",
    stops:
      "000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 d0416f e75263 f56b5c fc8961 fea772 fec488 fde2a3 fcfdbf",
  },
  Inferno: {
    reversedIn: "light",
    stops:
      "000004 0b0724 210c4a 3d0965 57106e 71196e 8a226a a32c61 bc3754 d24644 e45a31 f1731d f98e09 fcac11 f9cb35 f2ea69 fcffa4",
  },
  Plasma: {
    reversedIn: "light",
    stops:
      "0d0887 310597 4c02a1 6600a7 7e03a8 9511a1 aa2395 bc3587 cc4778 da5a6a e66c5c f0804e f89540 fdac33 fdc527 f8df25 f0f921",
  },
  Warm: {
    reversedIn: "light",
    stops:
      "6e40aa 873eb1 a03db3 ba3cb0 d23ea7 e8429b f9488a ff5177 ff5e63 ff6d51 ff7f41 fd9235 efa72f dfbb2f cdcf37 bde146 aff05b",
  },
  Cool: {
    reversedIn: "light",
    stops:
      "6e40aa 664cbe 5c5ace 4f6bda 417de0 3390e1 27a3dc 1eb6d1 1ac7c2 1ad7af 21e39b 2ded86 40f373 57f664 73f65a 91f457 aff05b",
  },
  Cubehelix: {
    reversedIn: "light",
    stops:
      "000000 150b1d 1b1d3b 17374d 16534c 236a3e 437731 717b32 a07949 c47a74 d483a7 d197d3 c7b3ed c1cff3 cae7f0 e2f6f0 ffffff",
  },
  BuGn: { reversedIn: "dark", stops: "f7fcfd e5f5f9 ccece6 99d8c9 66c2a4 41ae76 238b45 006d2c 00441b" },
  BuPu: { reversedIn: "dark", stops: "f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b" },
  GnBu: { reversedIn: "dark", stops: "f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 0868ac 084081" },
  OrRd: { reversedIn: "dark", stops: "fff7ec fee8c8 fdd49e fdbb84 fc8d59 ef6548 d7301f b30000 7f0000" },
  PuBuGn: { reversedIn: "dark", stops: "fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016c59 014636" },
  PuBu: { reversedIn: "dark", stops: "fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858" },
  PuRd: { reversedIn: "dark", stops: "f7f4f9 e7e1ef d4b9da c994c7 df65b0 e7298a ce1256 980043 67001f" },
  RdPu: { reversedIn: "dark", stops: "fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177 49006a" },
  YlGnBu: { reversedIn: "dark", stops: "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58" },
  YlGn: { reversedIn: "dark", stops: "ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529" },
  YlOrBr: { reversedIn: "dark", stops: "ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 993404 662506" },
  YlOrRd: { reversedIn: "dark", stops: "ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026" },
  Rainbow: {
    reversedIn: "always",
    stops:
      "6e40aa a03db3 d23ea7 f9488a ff5e63 ff7f41 efa72f cdcf37 aff05b 73f65a 40f373 21e39b 1ac7c2 27a3dc 417de0 5c5ace 6e40aa",
  },
  Sinebow: {
    reversedIn: "always",
    stops:
      "ff4040 f56f1a daa004 b0cd01 7fee11 4ffe32 25fb5f 0ae590 00bfbf 0a90e5 255ffb 4f32fe 7f11ee b001cd da04a0 f51a6f ff4040",
  },
};

export function colorSchemeStops(name: string, theme: "dark" | "light", reverse: boolean): string[] {
  const scheme = schemes[name] ?? schemes.Spectral;
  const stops = (scheme?.stops ?? "").split(" ").map((stop) => `#${stop}`);
  const backwards = scheme?.reversedIn === "always" || scheme?.reversedIn === theme;
  return backwards !== reverse ? stops.reverse() : stops;
}
