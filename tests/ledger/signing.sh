#!/bin/sh
# taizhang ledger sign, step and chain as people type them: each line says what must come of it.
# Usage: signing.sh PROGRAM
set -u
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
wrong=0

# want EXIT-CODE TEXT COMMAND...: the command ends with that code and says that text.
want() {
    code=$1 text=$2
    shift 2
    said=$("$program" --lang en "$@" --db "$folder/county.db" 2>&1)
    got=$?
    if [ $got -ne "$code" ] || ! printf '%s' "$said" | grep -qF -- "$text"; then
        printf 'taizhang %s\n  wanted %s: %s\n  got %s: %s\n' "$*" "$code" "$text" "$got" "$said"
        wrong=1
    fi
}
step() { code=$1 text=$2 name=$3; shift 3; want "$code" "$text" ledger step "$name" "$file" "$@"; }
sign() { want "$1" "$2" ledger sign "$file" --register ledger_file --role "$3" --by "$4"; }

cat > "$folder/divisions.csv" <<'END'
区划代码,区划名称
430424000000,衡东县
430424100000,吴集镇
430424100201,杨林村
END
cat > "$folder/台账文件.csv" <<'END'
行政区划,台账名称,台账层级,台账条数
430424100201,四月台账,乡镇,12
END
want 0 '' admin migrate
want 0 '' import "$folder/divisions.csv" --apply
want 0 '' import "$folder/台账文件.csv" --division 430424 --apply
want 0 'chain 逐级签字 is in force now' check --pack tests/ledger/pack

file=430424100201/四月台账
step 2 'still lacks the signatures' ledger_file.confirm --role township --by 李四
step 0 'done; now version 2' ledger_file.send_to_sign --role village_team --by 张三
step 2 'still lacks the signatures of helper, township' ledger_file.confirm --role township --by 李四
sign 2 'helper signs before township' township 李四
sign 2 'no chain in force asks county to sign' county 王五
sign 0 'signed; still missing 乡镇' helper 张三
sign 2 'helper has signed already' helper 张三
sign 2 '张三 has signed in another role' township 张三
sign 0 'all have signed' township 李四
step 2 'may not do' ledger_file.confirm --role auditor --by 李四
step 0 'done; now version 3' ledger_file.confirm --role township --by 李四
step 2 'this step needs' ledger_file.confirm --role township --by 李四
file=430424100201/五月台账
sign 2 'no such record' helper 张三
step 2 'no such ledger_file' ledger_file.submit --role township --by 李四
file=nothing
sign 2 'should be a record id of 32 digits, or division/name' helper 张三

# A signature comes by no sheet.
printf '行政区划,签批对象类型,签批对象,签批角色,签批人\n430424100201,ledger_file,四月台账,县,王五\n' \
    > "$folder/签批记录.csv"
want 1 'taizhang ledger sign' import "$folder/签批记录.csv" --division 430424 --apply

# A pack that no longer says the chain leaves it in force; an act with a reason ends it.
mkdir "$folder/pack" && cp tests/ledger/pack/pack.toml "$folder/pack"
want 0 'no pack says chain signatures any more' check --pack "$folder/pack"
want 2 'there is no chain signing' ledger chain end signing --by 王五 --reason 改用新办法
want 0 'chain signatures ends today' ledger chain end signatures --by 王五 --reason 改用新办法
want 0 'by 王五: 改用新办法' ledger chain list
want 0 '0 faults' admin verify-audit
exit $wrong
