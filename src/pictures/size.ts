/** How wide and how high a picture is, in units of its own. */
export type PictureSize = { readonly width: number; readonly height: number };
