/** How a row looks: a line of the table, and under 1024 px a block of two lines. */
export const rowLook = "group/row row";
