// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/gosdktext.h"

#include "share/snippets/goquote.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

/// %1 is the module's version.
constexpr auto Imports = R"go(package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"go.mongodb.org/atlas-sdk/%1/admin"
)
)go"_L1;

/// Not the variables of the Atlas CLI: where a shell has those, they may be for another host.
constexpr auto SignIn = R"go(
func signIn(ctx context.Context) admin.ClientModifier {
	if id := os.Getenv("CLIENT_ID"); id != "" {
		return admin.UseOAuthAuth(ctx, id, os.Getenv("CLIENT_SECRET"))
	}
	return admin.UseDigestAuth(
		os.Getenv("PUBLIC_KEY"),
		os.Getenv("PRIVATE_KEY"),
	)
}
)go"_L1;

/// %1 is the base URL, whose server then gives out the token, too.
constexpr auto MakeClient = R"go(
func main() {
	ctx := context.Background()
	client, err := admin.NewClient(admin.UseBaseURL(%1), signIn(ctx))
	if err != nil {
		log.Fatal(err)
	}
)go"_L1;

/// %1 is the project; %2 to %4 the page.
constexpr auto Listing = R"go(
	buckets, _, err := client.CloudBackupsApi.ListExportBuckets(ctx, %1).
		ItemsPerPage(%2).
		PageNum(%3).
		IncludeCount(%4).
		Execute()
	if err != nil {
		log.Fatal(err)
	}
)go"_L1;

/// %1 is the project, %2 the bucket.
constexpr auto Getting = R"go(
	bucket, _, err := client.CloudBackupsApi.GetExportBucket(ctx, %1, %2).Execute()
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(bucket.GetId(), bucket.GetBucketName(), bucket.GetCloudProvider())
}
)go"_L1;

constexpr auto PrintCount = R"go(
	fmt.Println(buckets.GetTotalCount())
)go"_L1;

constexpr auto PrintBuckets = R"go(
	for _, bucket := range buckets.GetResults() {
		fmt.Println(bucket.GetId(), bucket.GetBucketName(), bucket.GetCloudProvider())
	}
}
)go"_L1;

/// The SDK has a module for each version of the API; this is that of our own.
QString sdkVersion()
{
    return atlas::ApiVersion().toString();
}

QString imports()
{
    return QString(Imports).arg(u'v' + sdkVersion().remove(u'-') + "001"_L1);
}

QString goComment(const QString &text)
{
    return "// "_L1 + text + u'\n';
}

/// What the credential must be for, and what the program does other than the call on screen.
QString headComments(const BucketsCall &call)
{
    QString comments = goComment(
        QCoreApplication::translate("share", "The credential must be for %1.").arg(call.server()));
    const QString version = call.options.version.toString();
    if (version != sdkVersion())
        comments += goComment(
            QCoreApplication::translate("share",
                                        "This SDK module requests version %1. For %2, use the "
                                        "module for that version.")
                .arg(sdkVersion(), version));
    if (call.options.envelope || call.options.prettyPrint)
        comments += goComment(QCoreApplication::translate(
            "share", "The SDK does not support the envelope and pretty parameters."));
    if (!call.caFile.isEmpty())
        comments += goComment(
            QCoreApplication::translate(
                "share", "If the system does not trust the server, set SSL_CERT_FILE to %1")
                .arg(goQuoted(call.caFile)));
    return u'\n' + comments;
}

QString listing(const QString &project, const atlas::PageRequest &page)
{
    const QString text = QString(Listing).arg(project, QString::number(page.itemsPerPage.value()),
                                              QString::number(page.page.value()),
                                              page.includeCount ? u"true"_s : u"false"_s);
    return text + (page.includeCount ? QString(PrintCount) : QString()) + PrintBuckets;
}

} // namespace

QString goSdkText(const BucketsCall &call)
{
    const QString project = goQuoted(call.project.toHex());
    const atlas::BucketId *single = call.single();
    return imports() + headComments(call) + QString(MakeClient).arg(goQuoted(call.server()))
        + (single ? QString(Getting).arg(project, goQuoted(single->toHex()))
                  : listing(project, *call.page()))
        + SignIn;
}

} // namespace share
