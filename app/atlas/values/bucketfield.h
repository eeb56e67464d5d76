// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/cloudprovider.h"

#include <QLatin1StringView>
#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>

class QTranslator;

namespace atlas {

/// What there is to know of an export bucket: a column of its table each. New ones come last: by
/// their numbers the columns are saved as users have arranged them.
enum class BucketField {
    Name,
    Provider,
    Region,
    RoleId,
    PrivateNetworking,
    ServiceUrl,
    TenantId,
    Registered,
    Id,
    UsedBy,
    LastExport,
    Project,
};

/// Where a field comes from.
enum class FieldSource {
    /// A text that Atlas tells.
    Text,
    /// True or false, as Atlas tells it.
    Flag,
    /// The bucket's ID, or what can be read in it.
    FromId,
    /// What is known of the bucket's use.
    Usage,
    /// The bucket's project.
    Project,
};

/// What a field looks like, whatever it says.
enum class FieldShape {
    /// Names that may be alike but for their ends.
    Name,
    /// To be compared digit by digit.
    Id,
    Url,
    Word,
    Flag,
    Time,
    Count,
    /// A text, and a strip of marks.
    Strip,
};

/// All that is to be said of a field, so that a new one is one entry of BucketFields. Texts for
/// people are to be translated, in the context `BucketField`.
struct BucketFieldInfo
{
    BucketField field = BucketField::Name;
    const char *title = nullptr;
    FieldSource source = FieldSource::Text;
    FieldShape shape = FieldShape::Word;
    /// What Atlas calls it; empty if Atlas does not tell it.
    QLatin1StringView key{};
    /// What Atlas calls it for a bucket of AWS; empty: no other than for all.
    QLatin1StringView keyForAws{};
    /// How a filter names it, without the colon; empty if no filter can.
    QLatin1StringView word{};
    /// Of its column, unless somebody has chosen another; in pixels that depend on no device.
    int width = 0;
    /// Whose buckets alone have it; nothing: those of any provider may.
    std::optional<CloudProvider::Kind> onlyOf = std::nullopt;
    /// Whether Atlas tells it of each bucket.
    bool isRequired = false;
    /// Whether Atlas tells it in lists, too, and not only of a bucket alone.
    bool isInLists = true;
    /// Whether its values are few enough to be offered to who types a filter.
    bool offersValues = false;
    /// What a screen reader says for a bucket that does not have it; may be nullptr.
    const char *spokenAbsence = nullptr;
    /// How false and true are shown; of a flag.
    std::array<const char *, 2> answers{};
};

/// By BucketField.
inline constexpr std::array BucketFields = [] {
    using namespace Qt::Literals::StringLiterals;
    using Provider = CloudProvider::Kind;
    return std::to_array<BucketFieldInfo>({
        {.field = BucketField::Name,
         .title = QT_TRANSLATE_NOOP("BucketField", "Name"),
         .shape = FieldShape::Name,
         .key = "bucketName"_L1,
         .word = "name"_L1,
         .width = 205,
         .isRequired = true},
        {.field = BucketField::Provider,
         .title = QT_TRANSLATE_NOOP("BucketField", "Provider"),
         .key = "cloudProvider"_L1,
         .word = "provider"_L1,
         .width = 128,
         .isRequired = true,
         .offersValues = true},
        {.field = BucketField::Region,
         .title = QT_TRANSLATE_NOOP("BucketField", "Region"),
         .key = "region"_L1,
         .word = "region"_L1,
         .width = 118,
         .onlyOf = Provider::Aws,
         .isInLists = false,
         .offersValues = true,
         .spokenAbsence = QT_TRANSLATE_NOOP("BucketField", "no region")},
        {.field = BucketField::RoleId,
         .title = QT_TRANSLATE_NOOP("BucketField", "Role ID"),
         .shape = FieldShape::Id,
         .key = "roleId"_L1,
         .keyForAws = "iamRoleId"_L1,
         .word = "role"_L1,
         .width = 140,
         .offersValues = true,
         .spokenAbsence = QT_TRANSLATE_NOOP("BucketField", "no role ID")},
        {.field = BucketField::PrivateNetworking,
         .title = QT_TRANSLATE_NOOP("BucketField", "Private networking"),
         .source = FieldSource::Flag,
         .shape = FieldShape::Flag,
         .key = "requirePrivateNetworking"_L1,
         .word = "private"_L1,
         .width = 130,
         .onlyOf = Provider::Aws,
         .offersValues = true,
         .spokenAbsence = QT_TRANSLATE_NOOP("BucketField", "private networking unknown"),
         .answers = {QT_TRANSLATE_NOOP("BucketField", "Not required"),
                     QT_TRANSLATE_NOOP("BucketField", "Required")}},
        {.field = BucketField::ServiceUrl,
         .title = QT_TRANSLATE_NOOP("BucketField", "Service URL"),
         .shape = FieldShape::Url,
         .key = "serviceUrl"_L1,
         .word = "url"_L1,
         .width = 110,
         .onlyOf = Provider::Azure,
         .offersValues = true,
         .spokenAbsence = QT_TRANSLATE_NOOP("BucketField", "no service URL")},
        {.field = BucketField::TenantId,
         .title = QT_TRANSLATE_NOOP("BucketField", "Tenant ID"),
         .shape = FieldShape::Id,
         .key = "tenantId"_L1,
         .word = "tenant"_L1,
         .width = 95,
         .onlyOf = Provider::Azure,
         .offersValues = true,
         .spokenAbsence = QT_TRANSLATE_NOOP("BucketField", "no tenant ID")},
        {.field = BucketField::Registered,
         .title = QT_TRANSLATE_NOOP("BucketField", "Registered"),
         .source = FieldSource::FromId,
         .shape = FieldShape::Time,
         .word = "registered"_L1,
         .width = 130},
        {.field = BucketField::Id,
         .title = QT_TRANSLATE_NOOP("BucketField", "ID"),
         .source = FieldSource::FromId,
         .shape = FieldShape::Id,
         .key = "_id"_L1,
         .word = "id"_L1,
         .width = 130,
         .isRequired = true},
        {.field = BucketField::UsedBy,
         .title = QT_TRANSLATE_NOOP("BucketField", "Used by"),
         .source = FieldSource::Usage,
         .shape = FieldShape::Count,
         .width = 105},
        {.field = BucketField::LastExport,
         .title = QT_TRANSLATE_NOOP("BucketField", "Last export"),
         .source = FieldSource::Usage,
         .shape = FieldShape::Strip,
         .width = 252},
        {.field = BucketField::Project,
         .title = QT_TRANSLATE_NOOP("BucketField", "Project"),
         .source = FieldSource::Project,
         .word = "project"_L1,
         .width = 150,
         .offersValues = true},
    });
}();

inline constexpr std::size_t BucketFieldCount = BucketFields.size();

constexpr const BucketFieldInfo &infoOf(BucketField field)
{
    return BucketFields[static_cast<std::size_t>(field)];
}

static_assert(
    [] {
        for (std::size_t i = 0; i < BucketFieldCount; ++i) {
            if (BucketFields[i].field != static_cast<BucketField>(i))
                return false;
        }
        return true;
    }(),
    "an entry for each field, in the order of BucketField");

/// How many fields come from there.
constexpr std::size_t countOf(FieldSource source)
{
    std::size_t count = 0;
    for (const BucketFieldInfo &info : BucketFields) {
        if (info.source == source)
            ++count;
    }
    return count;
}

/// The fields that come from one of some sources, in the order of BucketFields.
template<FieldSource... Sources>
inline constexpr auto FieldsFrom = [] {
    std::array<BucketField, (countOf(Sources) + ...)> fields{};
    std::size_t count = 0;
    for (const BucketFieldInfo &info : BucketFields) {
        if (((info.source == Sources) || ...))
            fields[count++] = info.field;
    }
    return fields;
}();

inline constexpr auto TextFields = FieldsFrom<FieldSource::Text>;
inline constexpr auto FlagFields = FieldsFrom<FieldSource::Flag>;
/// What Atlas tells of a bucket beside its ID.
inline constexpr auto ToldFields = FieldsFrom<FieldSource::Text, FieldSource::Flag>;

/// All fields: these first, then the others in the order of BucketFields.
constexpr std::array<BucketField, BucketFieldCount> withFirst(
    std::initializer_list<BucketField> firstOnes)
{
    std::array<BucketField, BucketFieldCount> fields{};
    std::size_t count = 0;
    for (const BucketField field : firstOnes)
        fields[count++] = field;
    for (const BucketFieldInfo &info : BucketFields) {
        if (std::find(firstOnes.begin(), firstOnes.end(), info.field) == firstOnes.end())
            fields[count++] = info.field;
    }
    return fields;
}

/// All fields in the order in which Atlas writes those that it tells.
inline constexpr auto BucketFieldsInJson =
    withFirst({BucketField::Id, BucketField::Name, BucketField::Provider, BucketField::RoleId});

/// What Atlas calls a field of a bucket of `provider`.
constexpr QLatin1StringView keyOf(BucketField field, CloudProvider::Kind provider)
{
    const BucketFieldInfo &info = infoOf(field);
    const bool isOwn = provider == CloudProvider::Kind::Aws && !info.keyForAws.isEmpty();
    return isOwn ? info.keyForAws : info.key;
}

/// Whether some bucket's field has this key.
bool isBucketFieldKey(QStringView key);

/// Whether buckets of `provider` may have the field though lists of them do not tell it.
constexpr bool isLeftOutOfLists(BucketField field, CloudProvider::Kind provider)
{
    const BucketFieldInfo &info = infoOf(field);
    return !info.isInLists && (!info.onlyOf || *info.onlyOf == provider);
}

/// Above its column and beside its value, in the user's language.
QString titleOf(BucketField field);
/// How the answer of a flag is shown, in the user's language.
QString answerText(BucketField flag, bool answer);
/// The same in the language of `translator`; empty if it does not know the text.
QString answerText(BucketField flag, bool answer, const QTranslator &translator);
/// What a screen reader says where the field is absent, in the user's language; may be empty.
QString spokenAbsenceOf(BucketField field);

} // namespace atlas
