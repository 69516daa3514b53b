#!/usr/bin/env bash
# The main job on a made-up county: office files in, problem ledger and fix sheets out, fixes in, what is left.
# usage: tools/demo.sh TAIZHANG DIVISION HOUSEHOLDS SEED [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
taizhang=$(realpath "$1"); division=$2 households=$3 seed=$4 out=${5:-out/demo}
export LC_ALL=C.UTF-8
packs=packs/national/quality_2023,packs/hunan/hengyang_2020
say() { printf '\n%s\n' "$*"; }
# Import says what is doubtful (exit 1) and goes on; only what could not run ends the demo.
import() { "$taizhang" import "$@" --db "$db" --division "$division" --holds-from "$day" --apply >> "$log" || [ $? = 1 ]; }
rm -rf "$out"; mkdir -p "$out/比对"
db=$out/county.db log=$out/导入结果.txt day=2023-12-18 files=$out/files

say "一、办公室的文件:编造的县,真实的区划名称和代码"
"$taizhang" demo --out "$files" --division "$division" --households "$households" --seed "$seed" > "$out/demo.txt"
head -n 3 "$out/demo.txt"; echo "  文件在 $files/"
say "二、导入:国家系统导出表和部门名单"
"$taizhang" admin migrate --db "$db"
import "$files/divisions.csv"
for file in "$files"/（*.xlsx "$files"/计划*.xlsx; do import "$file" --source 国家系统; done
for file in "$files"/脱贫质量* "$files"/*名单*.* "$files"/项目库*; do import "$file" --source 部门; done
printf '  新增 %s 类记录;存疑和拒收逐条写明:%s\n' "$(grep -c '新增[1-9]' "$log")" "$log"
say "三、比对:部门名单与登记册逐人核对"
for list in 医保参保 农村低保 残疾人证 学籍 房屋鉴定 死亡人员 户籍迁移 车辆登记 工商登记 不动产登记; do
  for file in "$files/$list"*; do
    name=$(basename "$file"); report=$out/比对/${name%.*}.xlsx
    "$taizhang" compare "$file" --db "$db" --against person --as-of "$day" --out "$report" > "$out/比对/${name%.*}.txt" || [ $? = 1 ]
  done
done
ls "$out"/比对/*.xlsx | sed 's/^/  /'
say "四、核查(数据截至 $day)"
"$taizhang" check --db "$db" --pack "$packs" --as-of "$day" --html "$out/result.html"
say "五、应享未享:谁该得、得了多少、还差多少"
grants() {  # PACK FOLDER: totals here, a workbook a payer and a village, all answers as JSON
  local grant=("$taizhang" grant --db "$db" --as-of "$day" --pack "$1")
  mkdir -p "$2"
  "${grant[@]}" --by item
  "${grant[@]}" --by payer --out "$2" > /dev/null 2> "$2/文件.txt"
  "${grant[@]}" --by village --out "$2/按村" > /dev/null 2>> "$2/文件.txt"
  for by in household person; do "${grant[@]}" --by "$by" --format json > "$2/$by.json"; done
  ls "$2"/*.xlsx | sed 's/^/  /'
}
grants packs/hunan/hengyang_2020 "$out/应享未享"
echo "  另一个县(福建,600户),按福建的教育资助:"
(
  db=$out/福建县.db log=$out/福建县导入结果.txt division=3509
  "$taizhang" demo --out "$out/福建县" --division $division --households 600 --seed "$seed" > /dev/null
  "$taizhang" admin migrate --db "$db"
  for file in "$out"/福建县/{divisions.csv,（自定义）监测对象信息*,学籍名单*,补助发放名单*}; do import "$file"; done
  grants packs/fujian/three_years_2018 "$out/福建县应享未享"
)
say "六、台账和各村整改单"
"$taizhang" ledger export --db "$db" --as-of "$day" --out "$out/问题整改台账.xlsx" > /dev/null
"$taizhang" ledger export --db "$db" --as-of "$day" --by village --out "$out/整改单" > "$out/整改单.txt"
printf '  %s 个村有问题,每村一份整改单\n' "$(wc -l < "$out/整改单.txt")"
say "七、村里改好一部分,收回导入"
"$taizhang" demo --rectify "$out/整改单" --corrections "$files/corrections.csv" --out "$out/整改单_已填" --share 60 > "$out/rectify.txt"
tail -n 1 "$out/rectify.txt"
day=2023-12-25 log=$out/整改单导入结果.txt
for file in "$out"/整改单_已填/*.xlsx; do import "$file" --source 整改单; done
day=2023-12-31
say "八、再核查(数据截至 $day),验收,销号"
"$taizhang" check --db "$db" --pack "$packs" --as-of "$day" --html "$out/result_next.html" | grep -v '^  '
printf '验收:'; "$taizhang" ledger accept --db "$db" --actor 乡镇验收组
printf '销号:'; "$taizhang" ledger close --db "$db" --actor 县级审核
"$taizhang" ledger export --db "$db" --as-of "$day" --out "$out/问题整改台账_销号后.xlsx" > /dev/null
"$taizhang" admin verify-audit --db "$db" | tail -n 1
say "打开看看"
printf '  %s\n' "$out/result.html            核查结果(浏览器打开,可打印)" "$out/result_next.html       整改以后" \
  "$out/问题整改台账.xlsx      台账" "$out/问题整改台账_销号后.xlsx" "$out/整改单/                每村一份,改了可以导回" \
  "$out/应享未享/              补助:每个发放部门、每个村一份;福建县应享未享/ 是另一个县" \
  "$out/比对/                  部门名单比对结果" "$files/manifest.json    埋下的错误清单"
