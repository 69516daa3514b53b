#!/usr/bin/env bash
# The main job on a made-up county: office files in, problem ledger and fix sheets out, fixes in, what is left.
# usage: tools/demo.sh TAIZHANG DIVISION HOUSEHOLDS SEED [FOLDER]
set -euo pipefail
taizhang=$(realpath "$1"); division=$2 households=$3 seed=$4 out=${5:-out/demo}
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."
packs=packs/national/quality_2023,packs/hunan/hengyang_2020
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
rm -rf "$out"; mkdir -p "$out"
db=$out/county.db

say "一、办公室的文件(编造的县,真实的区划名称)"
"$taizhang" demo --out "$out/files" --division "$division" --households "$households" --seed "$seed"
say "二、导入五份国家系统导出表"
"$taizhang" admin migrate --db "$db"
"$taizhang" import "$out"/files/divisions.csv --db "$db" --apply > "$out/import.txt"
for file in "$out"/files/*信息*; do
  "$taizhang" import "$file" --db "$db" --division "$division" --source 国家系统 --apply >> "$out/import.txt" || [ $? = 1 ]
done
tail -n 3 "$out/import.txt"; echo "  全部导入结果:$out/import.txt"
say "三、与部门名单比对"
for file in "$out"/files/部门名单/*; do
  "$taizhang" compare "$file" --db "$db" --against person > "$out/比对_$(basename "$file").txt" || [ $? = 1 ]
  printf '  %s → %s\n' "$(basename "$file")" "$out/比对_$(basename "$file").txt"
done
say "四、核查(2023年12月18日)"
"$taizhang" check --db "$db" --pack "$packs" --as-of 2023-12-18 --html "$out/result.html"
say "五、台账和各村整改单"
"$taizhang" ledger export --db "$db" --as-of 2023-12-18 --out "$out/问题整改台账.xlsx"
"$taizhang" ledger export --db "$db" --as-of 2023-12-18 --by village --out "$out/整改单" > "$out/sheets.txt"
printf '  %s 份整改单,例:%s\n' "$(wc -l < "$out/sheets.txt")" "$(head -n 1 "$out/sheets.txt")"
say "六、收回改过的整改单,导入"
"$taizhang" demo --rectify "$out/整改单" --files "$out/files" --out "$out/整改单_已填" --seed "$seed"
for file in "$out"/整改单_已填/*.xlsx; do
  "$taizhang" import "$file" --db "$db" --division "$division" --source 整改单 --holds-from 2024-01-15 --apply >> "$out/fixed.txt" || [ $? = 1 ]
done
say "七、再核查(2024年1月18日),验收,销号"
"$taizhang" check --db "$db" --pack "$packs" --as-of 2024-01-18 --html "$out/result_next.html"
"$taizhang" ledger accept --db "$db" --actor 乡镇验收组
"$taizhang" ledger close --db "$db" --actor 县级审核
"$taizhang" ledger export --db "$db" --as-of 2024-01-18 --out "$out/问题整改台账_销号后.xlsx"
"$taizhang" admin verify-audit --db "$db" | tail -n 1
say "可以打开看的"
printf '  %s\n' "$out/result.html(核查结果,浏览器打开)" "$out/result_next.html(整改以后)" \
  "$out/问题整改台账.xlsx" "$out/整改单/(每村一份,可改后导回)" "$out/files/manifest.json(埋下的错误清单)"
