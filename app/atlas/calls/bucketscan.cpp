// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/bucketscan.h"

#include "atlas/calls/jsonreader.h"
#include "atlas/values/pagerequest.h"
#include "atlas/values/unrolled.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace atlas {

namespace {

namespace dom = simdjson::dom;

/// Five times Atlas's largest pages. simdjson takes some ten times a body's size for a moment.
/// readAnswer() bounds the number of values, and no body has more of them than it has bytes.
constexpr qsizetype LargestBody = 500'000;
/// Ten times as deep as Atlas's answers are.
constexpr std::size_t MostLevels = 64;
/// QJsonObject moves all that it has for each field that it gets.
constexpr qsizetype MostUnknownFields = 64;
constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Qt drops it from the beginning of a text in UTF-8, but not of one that JSON has escaped.
bool isOddText(std::string_view text)
{
    return text.substr(0, ByteOrderMark.size()) == ByteOrderMark;
}

/// Each function takes one value, and says whether it could. A field that comes twice is odd.

bool takeText(const dom::element &value, std::optional<QByteArrayView> &field)
{
    std::string_view text;
    if (field || value.get_string().get(text) != simdjson::SUCCESS || isOddText(text))
        return false;
    field = viewOf(text);
    return true;
}

bool takeFlag(const dom::element &value, std::optional<bool> &field)
{
    bool flag = false;
    if (field || value.get_bool().get(flag) != simdjson::SUCCESS)
        return false;
    field = flag;
    return true;
}

bool takeUnknown(std::string_view key, const dom::element &value, QJsonObject &fields)
{
    if (isOddText(key) || fields.size() >= MostUnknownFields)
        return false;
    const QString name = QString::fromUtf8(viewOf(key));
    const std::string json = '[' + simdjson::minify(value) + ']';
    // What is too small for a number is 0 here, and an error there.
    const bool isOdd = json.find(ByteOrderMark) != json.npos || json.find("0.0") != json.npos;
    if (isOdd || fields.contains(name))
        return false;
    const QJsonDocument list = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    if (!list.isArray())
        return false;
    fields.insert(name, list.array().first());
    return true;
}

/// One key of a bucket, and where its value belongs.
struct FieldKey
{
    std::string_view key;
    BucketField field = BucketField::Name;
    bool isForAws = false;
};

constexpr std::string_view standardView(QLatin1StringView text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

constexpr std::size_t countOfKeys()
{
    std::size_t count = 0;
    for (const BucketFieldInfo &info : BucketFields) {
        for (const QLatin1StringView key : {info.key, info.keyForAws}) {
            if (!key.isEmpty())
                ++count;
        }
    }
    return count;
}

constexpr auto FieldKeys = [] {
    std::array<FieldKey, countOfKeys()> keys{};
    std::size_t count = 0;
    for (const BucketField field : BucketFieldsInJson) {
        const BucketFieldInfo &info = infoOf(field);
        if (!info.key.isEmpty())
            keys[count++] = {standardView(info.key), field, false};
        if (!info.keyForAws.isEmpty())
            keys[count++] = {standardView(info.keyForAws), field, true};
    }
    return keys;
}();

/// FieldKeys.size() if it has no such key.
constexpr std::size_t numberOfKey(BucketField field, bool isForAws)
{
    std::size_t number = 0;
    while (number < FieldKeys.size()
           && (FieldKeys[number].field != field || FieldKeys[number].isForAws != isForAws))
        ++number;
    return number;
}

/// The fields of one bucket, as they come.
struct Fields
{
    /// By number of the key.
    std::array<std::optional<QByteArrayView>, FieldKeys.size()> texts;
    FieldValues<FieldSource::Flag, std::optional<bool>> flags;
    QJsonObject unknown;

    template<BucketField field>
    const std::optional<QByteArrayView> &text() const
    {
        constexpr std::size_t forAws = numberOfKey(field, true);
        if constexpr (forAws < FieldKeys.size()) {
            if (texts[forAws])
                return texts[forAws];
        }
        return texts[numberOfKey(field, false)];
    }
};

bool takeField(std::string_view key, const dom::element &value, Fields &fields)
{
    bool isTaken = false;
    const bool isKnown = unrolledAnyOf<FieldKeys.size()>([&](auto number) {
        constexpr const FieldKey &known = FieldKeys[number];
        if (key != known.key)
            return false;
        if constexpr (infoOf(known.field).source == FieldSource::Flag)
            isTaken = takeFlag(value, fields.flags[known.field]);
        else
            isTaken = takeText(value, fields.texts[number]);
        return true;
    });
    if (isKnown)
        return isTaken;
    return key == "links" || takeUnknown(key, value, fields.unknown);
}

/// Whether something is missing that has to be there.
bool isIncomplete(const Fields &fields)
{
    return unrolledAnyOf<FieldKeys.size()>([&fields](auto number) {
        return infoOf(FieldKeys[number].field).isRequired && !fields.texts[number];
    });
}

std::optional<ScannedBucket> bucketOf(const dom::element &element)
{
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    Fields fields;
    for (const auto &[key, value] : object) {
        if (!takeField(key, value, fields))
            return std::nullopt;
    }
    if (isIncomplete(fields))
        return std::nullopt;
    const auto id = BucketId::fromHex(*fields.text<BucketField::Id>());
    if (!id)
        return std::nullopt;
    const auto told = [&fields](auto field) {
        return fields.template text<field>();
    };
    return ScannedBucket{
        {ScannedBucket::Texts::madeBy(told), fields.flags}, *id, std::move(fields.unknown)};
}

bool takeResults(const dom::element &value, std::vector<ScannedBucket> &buckets)
{
    dom::array results;
    if (value.get_array().get(results) != simdjson::SUCCESS || results.size() > ItemsPerPage::Max)
        return false;
    buckets.reserve(results.size());
    for (const dom::element &result : results) {
        auto bucket = bucketOf(result);
        if (!bucket)
            return false;
        buckets.push_back(*std::move(bucket));
    }
    return true;
}

bool takeCount(const dom::element &value, std::optional<qint64> &totalCount)
{
    std::int64_t count = 0;
    if (value.get_int64().get(count) != simdjson::SUCCESS || count < 0
        || count > LargestExactInteger)
        return false;
    totalCount = count;
    return true;
}

std::optional<std::string_view> relationOf(const dom::element &link)
{
    dom::object fields;
    std::optional<std::string_view> relation;
    if (link.get_object().get(fields) != simdjson::SUCCESS)
        return std::nullopt;
    for (const auto &[key, value] : fields) {
        std::string_view text;
        if (key != "rel")
            continue;
        if (relation || value.get_string().get(text) != simdjson::SUCCESS)
            return std::nullopt;
        relation = text;
    }
    return relation;
}

bool takeLinks(const dom::element &value, PageFrame &frame)
{
    dom::array links;
    if (value.get_array().get(links) != simdjson::SUCCESS)
        return false;
    frame.next = PageFrame::Link::Absent;
    frame.previous = PageFrame::Link::Absent;
    for (const dom::element &link : links) {
        const auto relation = relationOf(link);
        if (!relation)
            return false;
        if (*relation == "next")
            frame.next = PageFrame::Link::Present;
        else if (*relation == "previous")
            frame.previous = PageFrame::Link::Present;
    }
    return true;
}

std::optional<QString> ownText(const std::optional<QByteArrayView> &text)
{
    return text ? std::optional(QString::fromUtf8(*text)) : std::nullopt;
}

ExportBucket ownBucket(const ScannedBucket &scanned)
{
    return {{scanned.texts.mapped(ownText), scanned.flags}, scanned.id, scanned.unknownFields};
}

} // namespace

/// simdjson's own room, where a document's texts are.
struct BucketScan::Texts
{
    dom::parser parser;
};

BucketScan::BucketScan() : m_texts(std::make_unique<Texts>()) { }
BucketScan::BucketScan(BucketScan &&other) noexcept = default;
BucketScan &BucketScan::operator=(BucketScan &&other) noexcept = default;
BucketScan::~BucketScan() = default;

std::optional<BucketScan> BucketScan::of(const QByteArray &body)
{
    if (body.size() > LargestBody)
        return std::nullopt;
    BucketScan scan;
    dom::parser &parser = scan.m_texts->parser;
    dom::object root;
    const auto size = static_cast<std::size_t>(body.size());
    if (parser.allocate(size, MostLevels) != simdjson::SUCCESS
        || parser.parse(body.constData(), size).get_object().get(root) != simdjson::SUCCESS)
        return std::nullopt;
    bool hasResults = false;
    for (const auto &[key, value] : root) {
        bool isTaken = false;
        if (key == "results")
            isTaken = hasResults = !hasResults && takeResults(value, scan.m_buckets);
        else if (key == "totalCount")
            isTaken = !scan.m_frame.totalCount && takeCount(value, scan.m_frame.totalCount);
        else if (key == "links")
            isTaken =
                scan.m_frame.next == PageFrame::Link::Unsaid && takeLinks(value, scan.m_frame);
        if (!isTaken)
            return std::nullopt;
    }
    return hasResults ? std::optional(std::move(scan)) : std::nullopt;
}

Page<ExportBucket> BucketScan::toPage() const
{
    Page<ExportBucket> page{m_frame, {}};
    page.results.reserve(static_cast<qsizetype>(m_buckets.size()));
    std::transform(m_buckets.begin(), m_buckets.end(), std::back_inserter(page.results), ownBucket);
    return page;
}

} // namespace atlas
