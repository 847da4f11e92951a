/*
 * Preloaded into a process that shall work with a daemon in namespaces of its own: enters them before main(), while
 * there is one thread only, as setns(2) demands of user namespaces. NAMESPACES_OF names a process that lives in them.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(const char *what)
{
	perror(what);
	_exit(71);
}

static void enter(const char *process, const char *kind)
{
	char own[64], theirs[64];
	struct stat a, b;

	snprintf(own, sizeof own, "/proc/self/ns/%s", kind);
	snprintf(theirs, sizeof theirs, "/proc/%s/ns/%s", process, kind);
	if (stat(own, &a) != 0 || stat(theirs, &b) != 0)
		fail(theirs);
	/* Entering one's own user namespace is an error; a child of a process that is inside is there already. */
	if (a.st_ino == b.st_ino && a.st_dev == b.st_dev)
		return;
	int fd = open(theirs, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || setns(fd, 0) != 0)
		fail(theirs);
	close(fd);
}

__attribute__((constructor)) static void join_namespaces(void)
{
	const char *process = getenv("NAMESPACES_OF");
	/* Entering a mount namespace leads to its root directory. */
	char *place = getcwd(NULL, 0);

	if (process == NULL)
		return;
	enter(process, "user");
	enter(process, "ipc");
	enter(process, "mnt");
	if (place != NULL && chdir(place) != 0)
		fail(place);
	free(place);
}
