// SPDX-License-Identifier: Apache-2.0
// Where a bucket is, and the page of its provider's console. The first byte chooses the provider;
// the lines of the input are the bucket's fields and a prefix in it.
#include "buckets/fields/destinationurl.h"
#include "buckets/fields/providerlink.h"
#include "fuzzing.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;

namespace {

void checkConsole(const atlas::ExportBucket &bucket)
{
    const auto link = buckets::consoleLink(bucket);
    if (!link)
        return;
    require(buckets::mayOpen(*link), "a link that may be opened");
    const QByteArray text = link->toEncoded();
    require(text.startsWith("https://"), "over HTTPS");
    require(std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; }),
            "one word of ASCII");
    require(QUrl::fromEncoded(text, QUrl::StrictMode) == *link, "a link is read as written");
    const QString host = link->host();
    require(host.endsWith(".amazon.com"_L1) || host.endsWith("amazonaws.cn"_L1)
                || host.endsWith("amazonaws-us-gov.com"_L1) || host == "console.cloud.google.com"_L1
                || host.startsWith("portal.azure."_L1),
            "a host of the provider");
}

void checkDestination(const atlas::ExportBucket &bucket, const QString &prefix)
{
    const QString url = buckets::destinationUrl(bucket, prefix);
    const QString itself = buckets::destinationUrl(bucket, {});
    require(url.isEmpty() == itself.isEmpty(), "a prefix changes nothing about that");
    if (url.isEmpty())
        return;
    if (buckets::destinationOf(bucket, {}).doubt == buckets::Destination::Doubt::OtherContainer) {
        require(url == itself, "as it stands");
        return;
    }
    require(itself.startsWith("s3://"_L1) || itself.startsWith("gs://"_L1)
                || itself.startsWith("https://"_L1),
            "a scheme of the provider");
    require(itself.endsWith(QString(u'/' + bucket.name())), "the bucket itself");
    require(url == itself || url.startsWith(QString(itself + u'/')), "below the bucket");
    require(
        std::none_of(itself.begin(), itself.end(),
                     [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; }),
        "one word");
}

/// A link that a server made up whole.
void checkAnyLink(const QString &text)
{
    const QUrl link(text, QUrl::StrictMode);
    if (!buckets::mayOpen(link))
        return;
    require(link.scheme() == "https"_L1 && link.userInfo().isEmpty(), "HTTPS, to nobody's account");
    require(link.port(443) == 443, "no port of its own");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static const std::array providers{u"AWS"_s, u"AZURE"_s, u"GCP"_s, u"OCI"_s};
    const fuzzing::Input input(data, size);
    const QStringList lines = QString::fromUtf8(input.view()).split(u'\n');
    const auto line = [&](qsizetype i) {
        return i < lines.size() ? lines[i] : QString();
    };
    atlas::ExportBucket bucket;
    bucket.text(atlas::BucketField::Provider) =
        providers[std::size_t(input.choice(int(providers.size())))];
    bucket.text(atlas::BucketField::Name) = line(0);
    if (lines.size() > 1)
        bucket.text(atlas::BucketField::Region) = line(1);
    if (lines.size() > 2)
        bucket.text(atlas::BucketField::ServiceUrl) = line(2);
    if (lines.size() > 3)
        bucket.text(atlas::BucketField::TenantId) = line(3);
    checkConsole(bucket);
    checkDestination(bucket, lines.mid(4).join(u'\n'));
    checkAnyLink(line(2));
    return 0;
}
