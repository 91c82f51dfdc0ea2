/** 著 stays 著 in these words (显著, 著名), everywhere else the simplified writing has 着 (着力, 沿着). */
export const KEEP_ZHU = /[显卓昭名原专编论土巨遗合译]着|着[名作述称有]/;

/** 乾 stays 乾 in names of places and reigns; elsewhere (乾淨, 乾旱) it is 干. */
export const KEEP_QIAN = /乾[县縣安陵州隆坤潭元清务]/;
