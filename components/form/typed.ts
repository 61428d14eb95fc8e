/** What was typed into the input of this name; "" where the form has none. */
export const typed = (data: FormData, name: string): string => String(data.get(name) ?? "");
