// Code lists of the person register: relation, schooling, health, work. Owned by domain; plain
// constants. Ethnic groups stand in person/ethnicity.h.
#pragma once
#include "domain/common/names.h"
#include "schema/entity.h"

namespace tz {

inline constexpr Choice kIdTypeChoices[] = {
    {1, "identity_card", "居民身份证", kNames<"身份证", "居民身份证(户口簿)">},
    {2, "disability_certificate", "残疾人证", kNames<"残疾证", "第二代残疾人证", "第三代残疾人证">},
    {3, "household_booklet", "居民户口簿", kNames<"户口簿">},
    {4, "passport", "护照", {}},
    {9, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kIdTypes{"id_types", "证件类型", kIdTypeChoices};

// GB/T 4762.
inline constexpr Choice kPoliticalStatusChoices[] = {
    {1, "party_member", "中共党员", kNames<"党员", "中国共产党党员">},
    {2, "probationary_party_member", "中共预备党员", kNames<"预备党员", "中国共产党预备党员">},
    {3, "league_member", "共青团员", kNames<"团员", "中国共产主义青年团团员">},
    {4, "revolutionary_committee", "民革党员", kNames<"民革会员">},
    {5, "democratic_league", "民盟盟员", {}},
    {6, "national_construction", "民建会员", {}},
    {7, "promoting_democracy", "民进会员", {}},
    {8, "peasants_and_workers", "农工党党员", {}},
    {9, "public_interest", "致公党党员", {}},
    {10, "september_third", "九三学社社员", {}},
    {11, "self_government_league", "台盟盟员", {}},
    {12, "no_party", "无党派人士", kNames<"无党派民主人士">},
    {13, "masses", "群众", kNames<"普通群众">},
};
inline constexpr CodeList kPoliticalStatuses{"political_statuses", "政治面貌",
                                             kPoliticalStatusChoices};

// The list of the national system; words of GB/T 4761 and forms without 之 are other spellings.
inline constexpr Choice kRelationChoices[] = {
    {1, "head", "户主", kNames<"本人", "小集体户户主", "本人或户主">},
    {2, "spouse", "配偶", kNames<"之配偶", "夫", "妻", "丈夫", "妻子", "之夫", "之妻">},
    {3, "son", "之子",
     kNames<"子", "儿子", "独生子", "长子", "次子", "二子", "三子", "四子", "五子", "养子或继子",
            "养子", "继子", "其他儿子">},
    {4, "daughter", "之女",
     kNames<"女", "女儿", "独生女", "长女", "二女", "次女", "三女", "四女", "五女", "养女", "继女",
            "养女或继女", "其他女儿">},
    {5, "daughter_in_law", "之儿媳", kNames<"儿媳", "儿媳妇">},
    {6, "son_in_law", "之女婿", kNames<"女婿">},
    {7, "grandson", "之孙子", kNames<"孙子">},
    {8, "granddaughter", "之孙女", kNames<"孙女">},
    {9, "daughters_son", "之外孙子", kNames<"外孙子", "外孙">},
    {10, "daughters_daughter", "之外孙女", kNames<"外孙女">},
    {11, "father", "之父", kNames<"父", "父亲", "之父亲", "继父或养父", "继父", "养父">},
    {12, "mother", "之母", kNames<"母", "母亲", "之母亲", "继母或养母", "继母", "养母">},
    {13, "wifes_father", "之岳父", kNames<"岳父">},
    {14, "wifes_mother", "之岳母", kNames<"岳母">},
    {15, "husbands_father", "之公公", kNames<"公公">},
    {16, "husbands_mother", "之婆婆", kNames<"婆婆">},
    {17, "grandfather", "之祖父", kNames<"祖父", "爷爷">},
    {18, "grandmother", "之祖母", kNames<"祖母", "奶奶">},
    {19, "mothers_father", "之外祖父", kNames<"外祖父", "外公">},
    {20, "mothers_mother", "之外祖母", kNames<"外祖母", "外婆">},
    {21, "sibling", "之兄弟姐妹",
     kNames<"兄弟姐妹", "兄", "弟", "姐", "妹", "哥哥", "弟弟", "姐姐", "妹妹", "之兄", "之弟",
            "之姐", "之妹", "其他兄弟姐妹">},
    {22, "great_grandson", "之曾孙子", kNames<"曾孙子">},
    {23, "great_granddaughter", "之曾孙女", kNames<"曾孙女">},
    {24, "nephew", "之侄儿", kNames<"侄儿", "侄子", "之侄子">},
    {25, "niece", "之侄女", kNames<"侄女">},
    {26, "brothers_wife", "之兄弟媳妇", kNames<"兄弟媳妇", "嫂", "弟媳", "嫂子">},
    {27, "uncle", "之叔伯", kNames<"叔伯", "伯父", "叔父", "叔叔">},
    {28, "grandsons_wife", "之孙媳妇", kNames<"孙媳妇", "孙媳">},
    {29, "granddaughters_husband", "之孙女婿", kNames<"孙女婿">},
    {99, "other", "其他",
     kNames<"其它", "其他亲属", "非亲属", "保姆", "伯母", "婶母", "舅父", "舅母", "姨父", "姨母",
            "姑父", "姑母", "堂兄弟", "堂姐妹", "表兄弟", "表姐妹", "外甥", "外甥女", "姐夫",
            "妹夫", "曾祖父", "曾祖母", "配偶的祖父母或外祖父母", "父母", "孙辈", "祖辈",
            "其他孙辈", "其他父母", "其他祖辈">},
};
inline constexpr CodeList kRelations{"relations", "与户主关系", kRelationChoices};

inline constexpr Choice kEducationChoices[] = {
    {1, "illiterate", "文盲或半文盲", kNames<"文盲/半文盲", "文盲半文盲", "文盲", "半文盲">},
    {2, "primary", "小学", kNames<"小学毕业", "小学肄业">},
    {3, "junior_middle", "初中", kNames<"初中毕业", "初中肄业">},
    {4, "senior_middle", "高中",
     kNames<"普通高中", "中专", "中职", "职高", "职业高中", "技校", "中等职业教育", "高中(中专)">},
    {5, "college", "大专", kNames<"大学专科", "专科", "高职高专", "专科教育">},
    {6, "bachelor", "本科及以上",
     kNames<"本科", "大学本科", "大学", "研究生", "硕士", "博士", "硕士研究生", "硕士及以上">},
};
inline constexpr CodeList kEducations{"educations", "文化程度", kEducationChoices};

inline constexpr Choice kSchoolStatusChoices[] = {
    {1, "not_student", "非在校生", kNames<"非在校">},
    {2, "below_preschool", "学龄前儿童", kNames<"学龄前">},
    {3, "preschool", "学前教育", kNames<"幼儿园">},
    {4, "primary", "小学",
     kNames<"小学一年级", "小学二年级", "小学三年级", "小学四年级", "小学五年级", "小学六年级">},
    {7, "grade_7", "七年级", kNames<"初中一年级", "初一">},
    {8, "grade_8", "八年级", kNames<"初中二年级", "初二">},
    {9, "grade_9", "九年级", kNames<"初中三年级", "初三">},
    {10, "senior_1", "普通高中一年级", kNames<"高中一年级", "高一">},
    {11, "senior_2", "普通高中二年级", kNames<"高中二年级", "高二">},
    {12, "senior_3", "普通高中三年级", kNames<"高中三年级", "高三">},
    {13, "vocational_1", "中职一年级", kNames<"中职一", "中专一年级", "职高一年级">},
    {14, "vocational_2", "中职二年级", kNames<"中职二", "中专二年级", "职高二年级">},
    {15, "vocational_3", "中职三年级", kNames<"中职三", "中专三年级", "职高三年级">},
    {16, "college_1", "高职高专一年级", kNames<"高职一年级", "高职一", "大专一年级">},
    {17, "college_2", "高职高专二年级", kNames<"高职二年级", "高职二", "大专二年级">},
    {18, "college_3", "高职高专三年级", kNames<"高职三年级", "高职三", "大专三年级">},
    {19, "technician_1", "技师学院一年级", kNames<"技工一年级", "技工一", "技师一年级">},
    {20, "technician_2", "技师学院二年级", kNames<"技工二年级", "技工二", "技师二年级">},
    {21, "technician_3", "技师学院三年级", kNames<"技工三年级", "技工三", "技师三年级">},
    {22, "technician_4", "技师学院四年级", kNames<"技工四年级", "技工四", "技师四年级">},
    {23, "bachelor_1", "本科一年级", kNames<"本科一", "大学一年级", "大一">},
    {24, "bachelor_2", "本科二年级", kNames<"本科二", "大学二年级", "大二">},
    {25, "bachelor_3", "本科三年级", kNames<"本科三", "大学三年级", "大三">},
    {26, "bachelor_4", "本科四年级", kNames<"本科四", "大学四年级", "大四">},
    {27, "bachelor_5", "本科五年级", kNames<"本科五", "大学五年级">},
    {28, "postgraduate", "硕士研究生及以上",
     kNames<"硕士生及以上", "硕士及以上", "研究生及以上", "硕士研究生", "博士研究生">},
};
inline constexpr CodeList kSchoolStatuses{"school_statuses", "在校生状况", kSchoolStatusChoices};

inline constexpr Choice kDropoutReasonChoices[] = {
    {1, "illness", "因病", kNames<"疾病">},
    {2, "disability", "因残", kNames<"因残疾", "残疾">},
    {3, "unwilling", "厌学", kNames<"因厌学">},
    {4, "family_hardship", "家庭困难", kNames<"家庭经济困难">},
    {5, "no_money", "缺资金", {}},
    {6, "physically_unable", "身体状况不具备学习条件", kNames<"身体原因">},
    {7, "deferred", "延缓入学", kNames<"缓学">},
    {9, "other", "其他", kNames<"其它", "其他原因">},
};
inline constexpr CodeList kDropoutReasons{"dropout_reasons", "失学或辍学原因",
                                          kDropoutReasonChoices};

inline constexpr Choice kHealthChoices[] = {
    {1, "healthy", "健康", kNames<"良好">},
    {2, "chronic_illness", "长期慢性病", kNames<"慢性病", "患有长期慢性病">},
    {3, "serious_illness", "患有大病", kNames<"大病", "患大病", "重病">},
    {4, "disabled", "残疾", kNames<"残疾人", "有残疾">},
    {5, "no_serious_illness", "无患大病", kNames<"未患大病">},
};
inline constexpr CodeList kHealths{"healths", "健康状况", kHealthChoices};

inline constexpr Choice kLabourSkillChoices[] = {
    {1, "ordinary", "普通劳动力", kNames<"普通劳动", "普通劳动能力">},
    {2, "skilled", "技能劳动力", kNames<"技能劳动能力", "技能劳动">},
    {3, "weak", "弱劳动力或半劳动力",
     kNames<"弱劳动力", "半劳动力", "弱半劳动力", "弱/半劳动力", "弱劳动力、半劳动力">},
    {4, "lost", "丧失劳动力", kNames<"丧失劳动能力">},
    {5, "none", "无劳动力", kNames<"无劳动能力">},
};
inline constexpr CodeList kLabourSkills{"labour_skills", "劳动技能", kLabourSkillChoices};

inline constexpr Choice kPublicJobChoices[] = {
    {1, "forest_ranger", "护林员", kNames<"护林", "生态护林员", "公益林护林员">},
    {2, "road_keeper", "护路员", kNames<"护路", "道路维护", "乡村道路养护员", "公路养护员">},
    {3, "water_keeper", "管水员", kNames<"管水", "护水员", "水管员", "河道巡查员", "水利设施管护">},
    {4, "cleaner", "保洁员", kNames<"乡村保洁员", "村级保洁员", "环卫工", "保洁">},
    {5, "security_guard", "治安协管员", kNames<"治安员", "巡逻员", "治安巡逻", "治安">},
    {6, "grassland_keeper", "草管员", kNames<"护草员">},
    {7, "carer", "护理员", kNames<"照料员", "养老服务", "护工", "养老护理">},
    {8, "disaster_watcher", "地质灾害监测员", kNames<"灾害信息员">},
    {9, "facility_keeper", "公共设施管护员", kNames<"设施管护", "光伏管护员">},
    {10, "clerk", "协管员", kNames<"劳动保障协管员", "乡村振兴信息员", "网格员", "公共服务">},
    {11, "fire_watcher", "防火员", kNames<"护林防火员">},
    {12, "kitchen_helper", "学校食堂工勤", kNames<"学校工勤", "食堂工勤">},
    {13, "greenery_keeper", "绿化养护员", kNames<"保绿员", "保绿", "绿化员">},
    {14, "disability_helper", "助残员", kNames<"扶残助残", "残疾人照护员">},
    {19, "other", "其他", kNames<"其它", "其他公益性岗位", "其他公益岗位">},
};
inline constexpr CodeList kPublicJobs{"public_jobs", "公益性岗位", kPublicJobChoices};

inline constexpr Choice kWorkStatusChoices[] = {
    {0, "not_working", "未务工", kNames<"无务工">},
    {1, "within_township", "乡(镇)内务工", kNames<"乡内务工", "镇内务工">},
    {2, "within_county", "乡(镇)外县内务工", kNames<"乡外县内务工", "县内务工">},
    {3, "within_province", "县外省内务工", kNames<"省内务工">},
    {4, "outside_province", "省外务工", kNames<"跨省务工">},
    {5, "abroad", "境外务工", kNames<"国外务工">},
};
inline constexpr CodeList kWorkStatuses{"work_statuses", "务工状况", kWorkStatusChoices};

inline constexpr Choice kIndustryClassChoices[] = {
    {1, "primary", "第一产业", kNames<"一产">},
    {2, "secondary", "第二产业", kNames<"二产">},
    {3, "tertiary", "第三产业", kNames<"三产">},
};
inline constexpr CodeList kIndustryClasses{"industry_classes", "产业分类", kIndustryClassChoices};

inline constexpr Choice kAllowanceReceivedChoices[] = {
    {0, "none", "未享受", kNames<"不享受", "否", "无", "未享受低保">},
    {1, "urban", "城市低保", kNames<"城镇低保">},
    {2, "rural", "农村低保", {}},
    {3, "received", "享受低保", kNames<"是", "享受", "低保">},
};
inline constexpr CodeList kAllowancesReceived{"allowances_received", "享受低保政策情况",
                                              kAllowanceReceivedChoices};

inline constexpr Choice kExtremeSupportChoices[] = {
    {0, "none", "不享受", kNames<"未享受", "否", "无", "不享受特困">},
    {1, "urban", "城市特困", kNames<"城市特困供养", "城镇特困">},
    {2, "rural", "农村特困", kNames<"农村特困供养">},
    {3, "received", "享受特困供养", kNames<"是", "享受", "特困", "五保">},
};
inline constexpr CodeList kExtremeSupports{"extreme_supports", "享受特困供养政策情况",
                                           kExtremeSupportChoices};

inline constexpr Choice kMemberStatusChoices[] = {
    {1, "present", "正常", kNames<"有效", "在册">},
    {2, "increased", "自然增加", kNames<"新增", "自然新增">},
    {3, "decreased", "自然减少", kNames<"减少">},
};
inline constexpr CodeList kMemberStatuses{"member_statuses", "人员状态", kMemberStatusChoices};

inline constexpr Choice kMemberChangeChoices[] = {
    {1, "death", "死亡", kNames<"去世">},
    {2, "moved_out", "户籍迁出", kNames<"迁出", "户口迁出">},
    {3, "married_out", "婚出", kNames<"嫁出", "婚嫁">},
    {4, "divorced", "离婚", {}},
    {5, "missing", "失联", kNames<"失踪", "失联(含出家)">},
    {6, "imprisoned", "判刑收监", kNames<"服刑">},
    {7, "birth", "新生儿", kNames<"出生">},
    {8, "married_in", "婚入", kNames<"嫁入">},
    {9, "moved_in", "户籍迁入", kNames<"迁入">},
    {10, "returned", "失联人员回归", kNames<"刑满释放", "回归">},
    {11, "adopted", "收养", {}},
    {19, "other", "其他", kNames<"其它">},
};
inline constexpr CodeList kMemberChanges{"member_changes", "增减原因", kMemberChangeChoices};

}  // namespace tz
