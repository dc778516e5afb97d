/** Grafana's classic palette, in the order in which series take their colours. */
export const classicPalette = [
  ...["green", "semi-dark-yellow", "blue", "orange", "red", "purple"],
  ...["dark-green", "dark-yellow", "dark-blue", "dark-orange", "dark-red", "dark-purple"],
  ...["super-light-green", "super-light-yellow", "super-light-blue"],
  ...["super-light-orange", "super-light-red", "super-light-purple"],
  ...["#447EBC", "#C15C17", "#890F02", "#0A437C", "#6D1F62", "#584477", "#B7DBAB", "#F4D598"],
  ...["#70DBED", "#F9BA8F", "#F29191", "#82B5D8", "#E5A8E2", "#AEA2E0", "#629E51", "#E5AC0E"],
  ...["#64B0C8", "#E0752D", "#BF1B00", "#0A50A1", "#962D82", "#614D93", "#9AC48A", "#F2C96D"],
  ...["#65C5DB", "#F9934E", "#EA6460", "#5195CE", "#D683CE", "#806EB7", "#3F6833", "#967302"],
  ...["#2F575E", "#99440A", "#58140C", "#052B51", "#511749", "#3F2B5B", "#E0F9D7", "#FCEACA"],
  ...["#CFFAFF", "#F9E2D2", "#FCE2DE", "#BADFF4", "#F9D9F9", "#DEDAF7"],
];

export const colorblindPalette = [
  ...["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000", "#FFFFFF"],
];

/** Stops of the continuous schemes, low to high; colour names or hex. */
export const continuousSchemes: Record<string, string[]> = {
  "continuous-GrYlRd": ["green", "yellow", "red"],
  "continuous-RdYlGr": ["red", "yellow", "green"],
  "continuous-BlYlRd": ["dark-blue", "super-light-yellow", "dark-red"],
  "continuous-YlRd": ["super-light-yellow", "dark-red"],
  "continuous-BlPu": ["blue", "purple"],
  "continuous-YlBl": ["super-light-yellow", "dark-blue"],
  "continuous-blues": ["panel-bg", "dark-blue"],
  "continuous-reds": ["panel-bg", "dark-red"],
  "continuous-greens": ["panel-bg", "dark-green"],
  "continuous-purples": ["panel-bg", "dark-purple"],
};

/** Schemes of even brightness, as nine stops with straight lines between. */
export const perceptualSchemes: Record<string, string[]> = {
  "continuous-viridis": [
    ...["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725"],
  ],
  "continuous-magma": [
    ...["#000004", "#1d1147", "#51127c", "#832681", "#b73779", "#e75263", "#fc8961", "#fec488", "#fcfdbf"],
  ],
  "continuous-plasma": [
    ...["#0d0887", "#4c02a1", "#7e03a8", "#aa2395", "#cc4778", "#e66c5c", "#f89540", "#fdc527", "#f0f921"],
  ],
  "continuous-inferno": [
    ...["#000004", "#210c4a", "#57106e", "#8a226a", "#bc3754", "#e45a31", "#f98e09", "#f9cb35", "#fcffa4"],
  ],
  "continuous-cividis": [
    ...["#002051", "#11366c", "#3c4d6e", "#62646f", "#7f7c75", "#9a9478", "#bbaf71", "#e2cb5c", "#fdea45"],
  ],
};
